import type { Aspect } from "../../answers/types.ts";
import { matchChoice } from "../../flow/slots/choice.ts";
import { yesOrNo } from "../../flow/slots/yesno.ts";
import { isLocale } from "../../locale.ts";
import type { Command } from "../../understanding/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { give } from "./answering.ts";
import { routeTyped } from "./danger-after.ts";
import { wordsBefore } from "./given.ts";
import { askAgain, startFlow } from "./moving.ts";
import { toPerson } from "./person.ts";
import { correctSlot } from "./repair/correction.ts";
import { discard, dismiss, resume } from "./repair/going.ts";
import { backFrom, heardAs, lastTold } from "./repair/aside.ts";
import { finishFirst, openFlow } from "./repair/interruption.ts";
import { obey } from "./repair/patterns.ts";
import { atDesk } from "./with-person.ts";

/**
 * A choice that says itself what it does, pressed or typed: `flow:<name>`, after a danger `flow:<name>:<need>`, `service:<id>[:<aspect>]`,
 * `show:<passage>`, `command:<name>[:<language>]`, `person`, `desk:<wait|place|video|leave>`, `repeat`; and the offers of repair: `resume:<flow>`,
 * `fresh:<flow>`, `discard:<flow>`, `finish:<flow>`, `dismiss`, `correct:<slot>`, `heard:<as>`. Choices of a flow's
 * open question are the flow's own.
 */
export const chosen: Handler = async (turn) => {
  const value = turn.inbound.choice ?? typed(turn);
  if (value === undefined) return undefined;
  const [verb, name = "", detail] = split(value);
  const isFlow = turn.parts.flows.has(name);
  switch (verb) {
    case "flow":
      return isFlow ? openFlow(turn, name, detail === undefined ? {} : { need: detail, told: await lastTold(turn) ?? "" }, await saidBefore(turn, name)) : stale(turn);
    case "fresh":
      return isFlow ? startFlow(turn, name) : stale(turn);
    case "resume":
      return resume(turn, name);
    case "finish":
      return (isFlow ? await finishFirst(turn, name) : undefined) ?? stale(turn);
    case "discard":
      return discard(turn, name);
    case "dismiss":
      return dismiss(turn);
    case "correct":
      return (await correctSlot(turn, name)) ?? stale(turn);
    case "heard":
      return (await heardAs(turn, name)) ?? stale(turn);
    case "service":
      return service(turn, name, detail as Aspect | undefined);
    case "show":
      return show(turn, value.slice("show:".length));
    case "command":
      return commanded(turn, name, detail);
    case "desk":
      return (await atDesk(turn, name)) ?? stale(turn);
    case "person":
      return toPerson(turn, "handed-off-requested");
    case "repeat":
      return (await askAgain(turn, "repaired-repeat", [{ key: "repair.resume.done" }])) ?? stale(turn);
    default:
      return turn.state.cursor ? undefined : stale(turn);
  }
};

/** Of a flow that reads what somebody came for. */
const saidBefore = (turn: Turn, name: string): Promise<string | undefined> | undefined =>
  turn.parts.flows.get(name)?.given.includes("said") && turn.state.offered.some(({ value }) => value === `flow:${name}`) ? wordsBefore(turn) : undefined;

const split = (value: string): [string, string | undefined, string | undefined] => {
  const [verb = "", name, detail] = value.split(":");
  return [verb, name, detail];
};

/** An offered choice that was typed: its title in either language, its number, or a word that only it has. */
const typed = (turn: Turn): string | undefined => {
  const text = turn.inbound.text ?? "";
  const found = matchChoice(turn.state.offered, text, turn.flowContext.title);
  return found && "value" in found ? found.value : routeTyped(turn) ?? plainReply(turn, text);
};

/** "Yes", "dale" or "no" to an offer that can be declined. */
const plainReply = ({ state: { offered } }: Turn, text: string): string | undefined => {
  const reply = offered.some(({ value }) => value === "dismiss") ? yesOrNo(text) : null;
  if (reply === "no") return "dismiss";
  const accepted = offered.filter(({ value }) => /^(?:resume|flow):/.test(value));
  return reply === "yes" && accepted.length === 1 ? accepted[0]!.value : undefined;
};

const service = async (turn: Turn, id: string, aspect: Aspect = "summary"): Promise<Response> => {
  const others = turn.state.offered.filter(({ value }) => value.startsWith("service:") && value.split(":")[1] !== id);
  const { answers } = turn.parts;
  const passage = answers.passage(`service:${id}#${aspect}`, turn.locale) ?? answers.passage(`service:${id}#summary`, turn.locale);
  if (!passage) return stale(turn);
  const outcome = passage.unknown ? "unanswered-no-source" : others.length > 0 ? "answered-disambiguated" : "answered";
  return (await backFrom(turn, [passage.pair])) ?? give(turn, [passage], outcome);
};

const show = async (turn: Turn, pair: string): Promise<Response> => {
  const passage = turn.parts.answers.passage(pair, turn.locale);
  if (!passage) return stale(turn);
  return (await backFrom(turn, [pair])) ?? give(turn, [passage], "answered");
};

const plain = ["cancel", "back", "restart", "repeat", "help", "skip", "person", "menu", "resume", "channel"] as const satisfies Command["name"][];

const commanded = (turn: Turn, given: string, detail?: string): Promise<Response | undefined> | Response | undefined => {
  if (given === "language") return isLocale(detail) ? obey(turn, { name: given, locale: detail }) : stale(turn);
  const name = plain.find((known) => known === given);
  return name ? obey(turn, { name }) : stale(turn);
};

/** An old button: says so, and puts what is open again. */
const stale = async (turn: Turn): Promise<Response> => {
  const said = [{ key: "repair.stale" }];
  return (await askAgain(turn, "repaired-invalid", said)) ?? says(turn, said, "repaired-invalid");
};
