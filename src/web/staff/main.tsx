import { render } from "preact";
import { session } from "./session.ts";
import { App } from "./view/app.tsx";

render(<App />, document.getElementById("app")!);
void session.load();
