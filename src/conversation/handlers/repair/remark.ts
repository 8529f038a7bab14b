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

const waysIn: Choice[] = [
  { value: "flow:find-tramite", title: { key: "channel.choice.find-tramite" } },
  { value: "flow:contact", title: { key: "channel.choice.contact" } },
  { value: "person", title: { key: "channel.choice.person" } },
  { value: "command:channel", title: { key: "repair.channel.button" } },
];

/** From here on in another language: what was asked or said last follows in it. */
export const speak = async (turn: Turn, locale: Locale): Promise<Response> => {
  const there = { ...turn, locale, spoken: () => locale };
  const said = { key: "repair.language" };
  return (await askAgain(there, "repaired-language", [said]))
    ?? saysAside(there, [said, ...turn.state.said.filter((u) => !("key" in u) || u.key !== "repair.language")], "repaired-language");
};
