import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../conversation.ts";
import { leave, onThreeEscapes } from "../leave.ts";
import type { State } from "../screen.ts";
import { sayIn } from "../words.ts";
import { afterRender } from "./after-render.ts";
import { Announcer } from "./announcer.tsx";
import { Composer } from "./composer.tsx";
import { Ended } from "./ended.tsx";
import { Header } from "./header.tsx";
import { Log } from "./log.tsx";
import { PrintNote, PrintTitle } from "./print.tsx";
import { RestartDialog } from "./restart-dialog.tsx";
import { Status } from "./status.tsx";

/** The whole page. */
export const App = ({ conversation }: { conversation: Conversation }) => {
  const state = useConversation(conversation);
  const say = sayIn(state.locale);
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const write = useCallback(() => box.current?.focus(), []);
  useFrame(write);
  useEffect(() => {
    document.title = say("title");
  }, [state.locale]);

  const hide = useCallback(() => leave(conversation.forget), [conversation]);
  useEffect(() => onThreeEscapes(hide), [hide]);

  const restart = () => {
    setAsking(false);
    conversation.restart();
    afterRender(write);
  };
  return (
    <>
      <a class="skip" href="#say" onClick={(event) => { event.preventDefault(); write(); }}>{say("skip")}</a>
      <Header say={say} state={state} onSpeak={conversation.speak} onRestart={() => setAsking(true)} onLeave={hide} />
      <main>
        <PrintTitle say={say} locale={state.locale} />
        <Log key={state.round} say={say} state={state} conversation={conversation} onLeave={write} />
        <div class="foot">
          <Status say={say} state={state} onRead={conversation.settled} />
          {state.ended ? <Ended say={say} onRestart={restart} /> : <Composer say={say} box={box} conversation={conversation} />}
        </div>
        <PrintNote say={say} />
      </main>
      <Announcer key={`news-${state.round}`} messages={state.messages} locale={state.locale} />
      <RestartDialog say={say} open={asking} onConfirm={restart} onClose={() => setAsking(false)} />
    </>
  );
};

const useConversation = (conversation: Conversation): State => {
  const [state, setState] = useState(conversation.state);
  useEffect(() => {
    const update = () => setState(conversation.state());
    update();
    return conversation.subscribe(update);
  }, [conversation]);
  return state;
};

/** Inside the widget: Escape closes it, and opening it leads to the composer. */
const useFrame = (write: () => void): void => {
  useEffect(() => {
    if (window.parent === window) return;
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) window.parent.postMessage("ventanilla:close", "*");
    };
    const opened = ({ data, source }: MessageEvent) => {
      if (source === window.parent && data === "ventanilla:open") write();
    };
    addEventListener("keydown", escape);
    addEventListener("message", opened);
    window.parent.postMessage("ventanilla:ready", "*");
    return () => {
      removeEventListener("keydown", escape);
      removeEventListener("message", opened);
    };
  }, [write]);
};
