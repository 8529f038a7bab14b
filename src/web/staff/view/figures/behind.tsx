import { useState } from "preact/hooks";
import type { Locale } from "../../../../locale.ts";
import { call, type Refusal } from "../../api.ts";
import type { BehindPage, BehindTold, ConversationTold, Indicator } from "../../figures/contract.ts";
import { number } from "../../figures/value.ts";
import { faultWords, named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Dialog } from "../dialog.tsx";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { ConversationLines } from "./conversation-lines.tsx";
import { useFresh } from "./fresh.ts";

type Props = { indicator: Indicator; row: string | undefined; name: string; query: string; onClose: () => void };

/** The conversations behind a figure or one of its rows, and one of them in redacted words. Each look is written down, and that is said. */
export const Behind = ({ indicator, row, name, query, onClose }: Props) => {
  const { say, locale } = useSpeech();
  const first = useFresh<BehindPage>(`figures/behind/${indicator.id}?${query}${row === undefined ? "" : `&${new URLSearchParams({ row })}`}`);
  const [more, setMore] = useState<BehindPage>();
  const [open, setOpen] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const next = (more ?? first.value)?.next;
  const conversations = [...(first.value?.conversations ?? []), ...(more?.conversations ?? [])];
  const older = async () => {
    const got = await call<BehindPage>("GET", `figures/behind/${indicator.id}?${query}&${new URLSearchParams({ ...(row === undefined ? {} : { row }), before: next! })}`);
    setRefusal(got.ok ? undefined : got);
    if (got.ok) setMore({ ...got.value, conversations: [...(more?.conversations ?? []), ...got.value.conversations] });
  };
  return (
    <Dialog title={say("figures.behind.title", { name })} say={say} onClose={onClose} wide>
      <Fault>{(first.refusal ?? refusal) && faultWords((first.refusal ?? refusal)!, locale)}</Fault>
      <p class="hint">{say("figures.behind.note")}</p>
      {!first.value && !first.refusal && <p role="status">{say("loading")}</p>}
      {open ? <One reference={open} onBack={() => setOpen(undefined)} /> : first.value && (
        <>
          <p role="status">{first.value.total === 0 ? say("figures.behind.nothing") : say("figures.behind.total", { n: number(first.value.total, locale) })}</p>
          <ul class="behind">{conversations.map((one) => <li key={one.ref}><Line one={one} onOpen={() => setOpen(one.ref)} /></li>)}</ul>
          {next != null && <button type="button" class="secondary" onClick={() => { void older(); }}>{say("figures.behind.older")}</button>}
        </>
      )}
    </Dialog>
  );
};

const Line = ({ one: { ref, at, channel, locale: spoken, outcome, topic, flow, turns, score }, onOpen }: { one: BehindTold; onOpen: () => void }) => {
  const { say, locale } = useSpeech();
  const about = [topic?.[locale], flow?.[locale]].filter(Boolean).join(" · ");
  return (
    <button type="button" class="behind-line" data-ref={ref} onClick={onOpen}>
      <strong>{dateAndTime(at, locale)} · {outcome[locale]}</strong>
      <span>{[named("channel", channel, locale), say(`language.${spoken}`), say("figures.behind.turns", { count: turns }), score !== null && say("figures.behind.score", { score }), about].filter(Boolean).join(" · ")}</span>
    </button>
  );
};

const One = ({ reference, onBack }: { reference: string; onBack: () => void }) => {
  const { say, locale } = useSpeech();
  const loaded = useFresh<ConversationTold>(`figures/conversations/${encodeURIComponent(reference)}`);
  const told = loaded.value;
  return (
    <div class="behind-one">
      <button type="button" class="secondary" ref={focused} onClick={onBack}>{say("figures.behind.back")}</button>
      <Fault>{loaded.refusal && faultWords(loaded.refusal, locale)}</Fault>
      {told && <h3>{headOf(told, locale)}</h3>}
      {told && <ConversationLines lines={told.lines} locale={told.locale} />}
    </div>
  );
};

const focused = (button: HTMLButtonElement | null): void => { button?.focus(); };

const headOf = ({ channel, locale: spoken, score }: ConversationTold, locale: Locale): string =>
  [named("channel", channel, locale), named("language", spoken, locale), score === null ? "" : String(score)].filter(Boolean).join(" · ");
