import { useEffect } from "preact/hooks";
import { preferences } from "../preferences.ts";
import { session } from "../session.ts";
import { useStore } from "../store.ts";
import { Code } from "./door/code.tsx";
import { Door } from "./door/door.tsx";
import { Enrol } from "./door/enrol.tsx";
import { ChangePassword } from "./door/change-password.tsx";
import { SignIn } from "./door/sign-in.tsx";
import { House } from "./house.tsx";
import { Speech, useSpeech } from "./speech.ts";

/** The whole page: the way in, or the house. */
export const App = () => {
  const { locale } = useStore(preferences);
  return <Speech.Provider value={locale}><Stage /></Speech.Provider>;
};

const Stage = () => {
  const { session: now, oidc } = useStore(session.store);
  const { say } = useSpeech();
  useEffect(() => {
    if (now.stage !== "in") document.title = say("title");
  });
  switch (now.stage) {
    case "loading":
      return <Door title={say("name")}><p role="status">{say("door.loading")}</p></Door>;
    case "away":
      return <Away />;
    case "out":
      return <SignIn ended={now.ended} oidc={oidc} />;
    case "code":
      return <Code />;
    case "password":
      return <Door title={say("door.password.title")}><ChangePassword note={say("door.password.note")} /></Door>;
    case "enrol":
      return <Enrol />;
    case "in":
      return <House key={now.me.id} me={now.me} />;
    default:
      return now satisfies never;
  }
};

const againMs = 5_000;

const Away = () => {
  const { say } = useSpeech();
  useEffect(() => {
    const timer = setInterval(() => { void session.load(); }, againMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Door title={say("name")}>
      <p role="alert">{say("error.unreachable")}</p>
      <button type="button" class="primary" onClick={() => { void session.load(); }}>{say("door.again")}</button>
    </Door>
  );
};
