import type { Aspect } from "../../answers/types.ts";
import { matchChoice } from "../../flow/slots/choice.ts";
import { isLocale, locales } from "../../locale.ts";
import type { Command } from "../../understanding/types.ts";


import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { give } from "./answering.ts";
import { obey } from "./command.ts";
import { askAgain, startFlow } from "./in-flow.ts";
import { toPerson } from "./person.ts";

/**
 * A choice that says itself what it does, pressed or typed: `flow:<name>`, `service:<id>[:<aspect>]`,
 * `show:<passage>`, `command:<name>[:<language>]`, `person`, `repeat`. Choices of a flow's open question are the flow's own.
 */
export const chosen: Handler = async (turn) => {
  const value = turn.inbound.choice ?? typed(turn);
  if (value === undefined) return undefined;
  const [verb, name = "", detail] = split(value);
  switch (verb) {
    case "flow":
      return turn.parts.flows.has(name) ? startFlow(turn, name) : stale(turn);
    case "service":
      return service(turn, name, detail as Aspect | undefined);
    case "show":
      return show(turn, name);
    case "command":
      return commanded(turn, name, detail);
    case "person":
      return toPerson(turn, "handed-off-requested");
    case "repeat":
      return (await askAgain(turn, "repaired-repeat", [])) ?? stale(turn);
    default:
      return turn.state.cursor ? undefined : stale(turn);
  }
};

const split = (value: string): [string, string | undefined, string | undefined] => {
  const [verb = "", name, detail] = value.split(":");
  return [verb, name, detail];
};

/** An offered choice that was typed: its title in either language, its number, or a word that only it has. */
const typed = (turn: Turn): string | undefined => {
  const found = matchChoice(turn.state.offered, turn.inbound.text ?? "", turn.flowContext.title);
  return found && "value" in found ? found.value : undefined;
};

const service = (turn: Turn, id: string, aspect: Aspect = "summary"): Response => {
  const others = turn.state.offered.filter(({ value }) => value.startsWith("service:") && value.split(":")[1] !== id);
  const passage = turn.parts.answers.passage(`service:${id}#${aspect}`, turn.locale)
    ?? turn.parts.answers.passage(`service:${id}#summary`, turn.locale);
  if (!passage) return stale(turn);
  return give(turn, [passage], passage.unknown ? "unanswered-no-source" : others.length > 0 ? "answered-disambiguated" : "answered");
};

const show = (turn: Turn, pair: string): Response => {
  const passage = turn.parts.answers.passage(pair, turn.locale);
  return passage ? give(turn, [passage], "answered") : stale(turn);
};

const plain = ["cancel", "back", "restart", "repeat", "help", "skip", "person", "menu", "resume"] as const satisfies Command["name"][];

const commanded = (turn: Turn, given: string, detail?: string): Promise<Response | undefined> | Response | undefined => {
  if (given === "language") return isLocale(detail) ? obey(turn, { name: given, locale: detail }) : stale(turn);
  const name = plain.find((known) => known === given);
  return name ? obey(turn, { name }) : stale(turn);
};

const stale = (turn: Turn): Response => says(turn, [{ key: "repair.stale" }], "repaired-invalid");
