import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message as Said } from "../../contract.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import type { Outgoing } from "../../desk/outbox.ts";
import { dayOf } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { Message } from "./message.tsx";
import { Pending } from "./pending.tsx";

type Props = { open: OpenTicket; pending: Outgoing[]; onRetry: (key: string) => void; onDiscard: (key: string) => void };

/** The transcript, oldest first; what is new is spoken. */
export const Log = ({ open, pending, onRetry, onDiscard }: Props) => {
  const { say, locale } = useSpeech();
  const { messages } = open;
  const box = useRef<HTMLDivElement>(null);
  const [missed, showNewest] = useNewest(box, `${messages.at(-1)?.seq} ${pending.length}`, messages.at(-1)?.from);
  const day = (message: Said) => dayOf(message.at, locale);
  return (
    <div class="log-frame">
      <div class="log" role="log" ref={box} tabIndex={0} aria-label={say("log.label")}>
        <ol>
          {messages.map((message, i) => (
            <li key={message.seq}>
              {(i === 0 || day(messages[i - 1]!) !== day(message)) && <p class="day"><span>{day(message)}</span></p>}
              <Message message={message} first={isFirst(messages[i - 1], message)} />
            </li>
          ))}
          {pending.map((outgoing) => <li key={outgoing.key}><Pending outgoing={outgoing} onRetry={onRetry} onDiscard={onDiscard} /></li>)}
        </ol>
      </div>
      {missed && <button type="button" class="secondary newest" onClick={showNewest}>{say("log.newest")}</button>}
    </div>
  );
};

const togetherMs = 2 * 60_000;

/** Who speaks and when is shown once for what they say in a row. */
const isFirst = (before: Said | undefined, { from, name, at }: Said): boolean =>
  !before || before.from !== from || before.name !== name || Date.parse(at) - Date.parse(before.at) > togetherMs;

const nearPx = 80;

/** Stays with what is new, unless somebody reads further up: then says so. */
const useNewest = (box: { current: HTMLDivElement | null }, newest: string, from: Said["from"] | undefined): [boolean, () => void] => {
  const near = useRef(true);
  const [missed, setMissed] = useState(false);
  const toEnd = () => {
    const log = box.current;
    if (!log) return;
    log.scrollTop = log.scrollHeight;
    // In a low window the page scrolls, not the log.
    if (log.scrollHeight <= log.clientHeight) log.firstElementChild?.lastElementChild?.scrollIntoView({ block: "nearest" });
    setMissed(false);
  };
  useLayoutEffect(() => {
    const log = box.current;
    const look = () => {
      near.current = !log || log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
      if (near.current) setMissed(false);
    };
    log?.addEventListener("scroll", look, { passive: true });
    return () => log?.removeEventListener("scroll", look);
  }, []);
  useLayoutEffect(() => {
    if (near.current) toEnd();
    else if (from === "citizen") setMissed(true);
  }, [newest]);
  return [missed, toEnd];
};
