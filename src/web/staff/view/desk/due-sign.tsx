import type { Overview, Ticket } from "../../contract.ts";
import { dueOf } from "../../desk/clock.ts";
import { Check, Clock, Hurry, Late } from "../icons.tsx";
import { useSpeech } from "../speech.ts";

/** When the figures came, and what they are counted with. */
export type Reading = { fetchedAt: number; open: boolean; now: number; promise: Overview["promise"] };

const signs = { calm: Clock, soon: Hurry, late: Late, replied: Check };

/** How a conversation stands with the promise: by a sign, in words, and by colour. */
export const DueSign = ({ ticket, reading }: { ticket: Ticket; reading: Reading }) => {
  const { say } = useSpeech();
  const { level, minutes } = dueOf(ticket, reading);
  const Sign = signs[level];
  return <span class={`due ${level}`}><Sign />{say(`due.${level}`, { count: minutes })}</span>;
};
