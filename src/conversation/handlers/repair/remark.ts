import type { Outcome } from "../../message.ts";
import type { Locale } from "../../../locale.ts";
import type { Choice, Utterance } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says, saysAside } from "../../saying.ts";
import { askAgain } from "../moving.ts";

/** Says something aside, then the open question again if there is one. */
export const remark = async (turn: Turn, key: string, outcome: Outcome): Promise<Response> =>
  (await askAgain(turn, outcome, [{ key }])) ?? saysAside(turn, [{ key }], outcome);

/** What the service can do; outside a flow with the ways in. */
export const help = async (turn: Turn): Promise<Response> => {
  const said: Utterance = { key: "repair.help" };
  return (await askAgain(turn, "repaired-help", [said])) ?? says(turn, [{ ...said, choices: waysIn }], "repaired-help");
};

/** "Ok", with nothing open: a short word, and what can be done next. */
export const acknowledge = (turn: Turn): Response => says(turn, [{ key: "repair.chitchat.okay", choices: waysIn }], "repaired-chitchat");

/** The main choices, where no flow is open. */
export const waysIn: Choice[] = [
  { value: "flow:find-tramite", title: { key: "channel.choice.find-tramite" } },
  { value: "flow:book-appointment", title: { key: "channel.choice.appointment" } },
  { value: "flow:file-case", title: { key: "channel.choice.case" } },
  { value: "flow:contact", title: { key: "channel.choice.contact" } },
  { value: "person", title: { key: "channel.choice.person" } },
  { value: "command:channel", title: { key: "repair.channel.button" } },
];

/** From here on in another language: what was asked or said last follows in it. */
export const speak = async (turn: Turn, locale: Locale): Promise<Response> => {
  const there = { ...turn, locale, spoken: () => locale };
  const said = { key: "repair.language" };
  return (await askAgain(there, "repaired-language", [said])) ?? offeredAgain(there, said);
};

/** What was said last once more; where it offered nothing, with the main choices. */
const offeredAgain = (turn: Turn, said: Utterance): Response => {
  const before = turn.state.said.filter((u) => !("key" in u) || u.key !== "repair.language");
  if (before.some(({ choices }) => choices && choices.length > 0)) return saysAside(turn, [said, ...before], "repaired-language");
  const all = [said, ...before];
  return says(turn, all.map((each, i) => (i < all.length - 1 ? each : { ...each, choices: waysIn })), "repaired-language");
};
