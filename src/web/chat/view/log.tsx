import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../conversation.ts";
import type { State } from "../screen.ts";
import { dayName, fullDate, sameDay } from "../dates.ts";
import type { Message as Shown } from "../transcript.ts";
import type { Say } from "../words.ts";
import { Down } from "./icons.tsx";
import { Message } from "./message.tsx";
import { isNearEnd, showFrom } from "./scroll.ts";

type Props = { say: Say; state: State; conversation: Conversation; onLeave: () => void };

/** The transcript: one message at a time in the tab order, arrows, Home and End between them, Escape to the composer. */
export const Log = ({ say, state, conversation, onLeave }: Props) => {
  const { messages, locale, waiting } = state;
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState<string>();
  const current = messages.find(({ key }) => key === at)?.key ?? messages.at(-1)?.key;
  const [missed, showNewest] = useNewest(list, messages);

  const focus = (key: string | undefined) => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key ?? "")}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches("article")) return;
    if (event.key === "Escape") onLeave();
    const to = keyFor(event.key, messages, current);
    if (to === undefined && event.key !== "Escape") return;
    event.preventDefault();
    if (to !== undefined) focus(to);
  };
  return (
    <section class="log" role="log" aria-live="off" aria-label={say("log.label")} aria-describedby="log-hint">
      <p class="hidden" id="log-hint">{say("log.hint")}</p>
      <ol ref={list} onKeyDown={onKeyDown}>
        {messages.map((message, i) => (
          <li key={message.key} class={isFirst(messages, i) ? "first" : ""}>
            {(i === 0 || !sameDay(messages[i - 1]!.at, message.at)) && <Day at={message.at} locale={locale} say={say} />}
            <Message
              message={message} first={isFirst(messages, i)} current={message.key === current} locale={locale} say={say}
              onPress={(choice, spoken) => { focus(message.key); conversation.press(choice, spoken); }}
              onRetry={conversation.retry} onFocus={() => setAt(message.key)}
            />
          </li>
        ))}
      </ol>
      {waiting && state.growing && <p class="growing" aria-hidden="true" lang={state.growing.locale ?? locale}>{state.growing.text}</p>}
      {waiting && !messages.some(({ state: sent }) => sent === "pending") && <p class="typing"><span class="hidden">{say("typing")}</span><i /><i /><i /></p>}
      {state.writing && !waiting && <p class="typing"><span class="hidden">{say("writing")}</span><i /><i /><i /></p>}
      {missed && <button type="button" class="newest" onClick={showNewest}><Down />{say("log.newest")}</button>}
    </section>
  );
};

/** On paper "today" is soon wrong: the date itself stands there. */
const Day = ({ at, locale, say }: { at: Date; locale: State["locale"]; say: Say }) => (
  <p class="day"><span data-date={fullDate(at, locale)}>{dayName(at, locale, say)}</span></p>
);

const keyFor = (pressed: string, messages: Shown[], current: string | undefined): string | undefined => {
  const i = messages.findIndex(({ key }) => key === current);
  const to = { ArrowUp: i - 1, ArrowDown: i + 1, Home: 0, End: messages.length - 1 }[pressed];
  return to === undefined ? undefined : messages[Math.min(messages.length - 1, Math.max(0, to))]?.key;
};

const togetherMs = 5 * 60_000;

const isFirst = (messages: Shown[], i: number): boolean => {
  const before = messages[i - 1];
  const message = messages[i]!;
  return !before || before.author !== message.author || before.advisor !== message.advisor || message.at.getTime() - before.at.getTime() > togetherMs || !sameDay(before.at, message.at);
};

/** Leads the eye to what is new, unless somebody reads further up: then says so. */
const useNewest = (list: { current: HTMLOListElement | null }, messages: Shown[]): [boolean, () => void] => {
  const last = useRef<string | undefined>(undefined);
  const near = useRef(true);
  const [missed, setMissed] = useState(false);
  const newest = messages.at(-1);

  useLayoutEffect(() => {
    const look = () => {
      near.current = isNearEnd();
      if (near.current) setMissed(false);
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);

  useLayoutEffect(() => {
    if (!newest || newest.key === last.current) return;
    const start = Math.max(0, messages.findIndex(({ key }) => key === last.current) + 1);
    const first = last.current === undefined;
    last.current = newest.key;
    if (first && newest.fresh) return;
    const from = list.current?.children[first ? messages.length - 1 : start];
    if (from instanceof HTMLElement && (near.current || newest.author === "citizen")) showFrom(from, first);
    else setMissed(true);
  }, [newest?.key]);

  return [missed, () => { setMissed(false); if (list.current?.lastElementChild instanceof HTMLElement) showFrom(list.current.lastElementChild, false); }];
};
