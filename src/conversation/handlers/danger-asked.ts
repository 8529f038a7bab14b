import type { Choice, Utterance } from "../../flow/types.ts";
import { askedAfter, type AskedAfter } from "../../understanding/danger/after.ts";
import type { Danger } from "../../understanding/types.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { isShown } from "./danger.ts";
import { lineOf, mayNotWait, waysOf } from "./danger-after.ts";
import { takesAnyText } from "./repair/aside.ts";
import { isOutside } from "./whereabouts.ts";

/** What people ask after the line of a danger, before they dare to call, is answered first, and the line comes again: no procedure instead. */
export const asksAfterDanger: Handler = async (turn) => {
  const { inbound: { text, choice, attachment }, parts, state: { cursor } } = turn;
  const kind = inMind(turn);
  if (!kind || !text || choice !== undefined || attachment || takesAnyText(turn) || isShown(turn) || (cursor && parts.flows.get(cursor.flow)?.intent === "case.file")) return undefined;
  const asked = askedAfter(text);
  const key = asked && fits(turn, asked, kind) ? keyOf(asked, kind, await isOutside(turn)) : undefined;
  if (!key) return undefined;
  const goOn: Choice[] = cursor ? [{ value: "repeat", title: { key: "channel.choice.continue" } }] : [];
  const line = givesLine.has(key) ? [] : [await lineOf(turn, kind)];
  const said: Utterance[] = [{ key: `danger.after.${key}` }, ...line, { key: "danger.person", choices: [...waysOf(turn, kind), ...goOn] }];
  return says(turn, said, "answered");
};

/** The danger that was told, or else whose line was given last. */
export const inMind = ({ state: { danger, warned = [] } }: Turn): Danger | undefined => danger ?? warned.at(-1)?.danger;

/** What may be asked of anything else counts only after a danger that was told, or where it may not wait. */
const fits = ({ state: { danger }, understood: { question } }: Turn, asked: AskedAfter, kind: Danger): boolean => {
  if (asked === "women-only") return kind === "violence";
  if (asked === "report" || asked === "papers") return danger !== undefined && question;
  if (asked === "cost") return danger !== undefined && mayNotWait.has(kind);
  return danger !== undefined || asked === "believed" || (mayNotWait.has(kind) && (asked === "turned-away" || asked === "wait"));
};

const keyOf = (asked: AskedAfter, kind: Danger, outside: boolean): string | undefined => {
  switch (asked) {
    case "turned-away":
      return outside ? "believed-abroad" : mayNotWait.has(kind) ? "turned-away" : "turned-away-other";
    case "believed":
      return outside ? "believed-abroad" : kind === "child" ? "believed-child" : "believed";
    case "women-only":
      return outside ? undefined : "women-only";
    case "report":
      return outside ? "report-abroad" : "report";
    case "papers":
      return outside ? undefined : mayNotWait.has(kind) ? "turned-away" : "papers";
    case "cost":
    case "no-phone":
      return outside ? `${asked}-abroad` : asked;
    case "wait":
      return mayNotWait.has(kind) ? "wait-urgent" : "wait";
    case "name":
    case "next":
      return asked;
    default:
      return asked satisfies never;
  }
};

/** Texts that name the lines themselves. */
const givesLine: ReadonlySet<string> = new Set(["women-only", "turned-away", "believed-child", "no-phone", "no-phone-abroad", "papers"]);
