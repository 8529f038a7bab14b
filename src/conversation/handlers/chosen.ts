import type { Aspect } from "../../answers/types.ts";
import type { Choice } from "../../flow/types.ts";
import { locales } from "../../locale.ts";
import { fold, tokens } from "../../words.ts";
import { titleOf } from "../render.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { give } from "./answering.ts";
import { askAgain, startFlow } from "./in-flow.ts";
import { toPerson } from "./person.ts";

/**
 * A choice that says itself what it does, pressed or typed: `flow:<name>`, `service:<id>[:<aspect>]`,
 * `show:<passage>`, `person`, `repeat`. Choices of a flow's open question are the flow's own.
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

/** An offered choice that was typed: its title in either language, or its number. */
const typed = (turn: Turn): string | undefined => {
  const { offered } = turn.state;
  const text = fold(turn.inbound.text ?? "");
  if (!text || offered.length === 0) return undefined;
  const number = /^(?:opcion |option )?(\d)\.?$/.exec(text)?.[1];
  const byNumber = number ? offered[Number(number) - 1] : undefined;
  return (byNumber ?? offered.find((choice) => titled(turn, choice, text)))?.value;
};

const titled = (turn: Turn, { title, value }: Choice, text: string): boolean =>
  fold(value) === text ||
  locales.some((locale) => tokens(titleOf(turn.parts.texts, title, locale)).join(" ") === tokens(text).join(" "));

const service = (turn: Turn, id: string, aspect: Aspect = "summary"): Response => {
  const asked = turn.state.offered.some((c) => c.value.startsWith("service:") && !c.value.startsWith(`service:${turn.state.service}`));
  const passage = turn.parts.answers.passage(`service:${id}#${aspect}`, turn.locale)
    ?? turn.parts.answers.passage(`service:${id}#summary`, turn.locale);
  if (!passage) return stale(turn);
  return give(turn, [passage], passage.unknown ? "unanswered-no-source" : asked ? "answered-disambiguated" : "answered");
};

const show = (turn: Turn, pair: string): Response => {
  const passage = turn.parts.answers.passage(pair, turn.locale);
  return passage ? give(turn, [passage], "answered") : stale(turn);
};

const stale = (turn: Turn): Response => says(turn, [{ key: "repair.stale" }], "repaired-invalid");
