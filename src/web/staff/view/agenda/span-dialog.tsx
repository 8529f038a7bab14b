import type { Agenda } from "../../agenda/contract.ts";
import { call, type Refusal } from "../../api.ts";
import type { Say } from "../../words.ts";
import { Ask } from "../ask.tsx";
import { Pick } from "../cases/fields.tsx";
import { Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { clockOf, dayAndClock } from "./clock.ts";
import { CounterPick } from "./counter-pick.tsx";

type Props = { deed: "block" | "unblock"; agenda: Agenda; onDone: (words: string) => void; onClose: () => void };

/** Takes free seats of a time away, or gives them back. */
export const SpanDialog = ({ deed, agenda, onDone, onClose }: Props) => {
  const { say, locale } = useSpeech();
  const clock = agenda.from === agenda.to ? clockOf : dayAndClock;
  const options = (instants: string[]) => [...new Set(instants)].sort().map((value) => ({ value, title: clock(value, agenda.zone, locale) }));
  const from = options(agenda.openings.map(({ startsAt }) => startsAt));
  const to = options(agenda.openings.map(({ endsAt }) => endsAt));
  const send = async ({ from: begin = "", to: end = "", counter = "", reason = "" }: Record<string, string>): Promise<Refusal | undefined> => {
    if (end <= begin) return { ok: false, status: 422, code: "agenda-span" };
    const body = { from: begin, to: end, ...(counter ? { counter } : {}), ...(deed === "block" ? { reason } : {}) };
    const done = await call<Outcome>("POST", `agenda/${agenda.office}/${deed}`, body);
    if (!done.ok) return done;
    onDone(outcomeWords(done.value, say));
  };
  return (
    <Ask title={say(`agenda.plan.${deed}`)} send={say(`agenda.plan.${deed}-send`)} onSend={send} onClose={onClose}>
      <p class="field">{say(`agenda.plan.${deed}-note`)}</p>
      <Pick label={say("agenda.from")} name="from" options={from} />
      <Pick label={say("agenda.to")} name="to" value={to.at(-1)!.value} options={to} />
      <CounterPick />
      {deed === "block" && <Field label={say("agenda.reason.label")} name="reason" maxLength={200} required autoComplete="off" />}
    </Ask>
  );
};

type Outcome = { blocked: number; booked: number } | { opened: number };

const outcomeWords = (outcome: Outcome, say: Say): string => {
  if ("opened" in outcome) return say("agenda.done.unblock", { count: outcome.opened });
  const stay = outcome.booked > 0 ? ` ${say("agenda.done.block-stay", { count: outcome.booked })}` : "";
  return say("agenda.done.block", { count: outcome.blocked }) + stay;
};
