import { namesOption } from "../../flow/open.ts";
import type { Utterance } from "../../flow/types.ts";
import { asksIfPrivate } from "../../understanding/danger/private.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { leaving } from "./danger.ts";
import { askAgain } from "./moving.ts";

/** Who asks whether anybody sees what they write may not dare to tell more: what is kept, who reads it, and how to clear it. */
export const asksPrivate: Handler = async (turn) => {
  const { inbound: { text, choice, attachment } } = turn;
  if (!text || choice !== undefined || attachment || !asksIfPrivate(text) || choosesIt(turn, text)) return undefined;
  const said: Utterance[] = [{ key: "danger.private", cites: [kept] }, ...leaving(turn)];
  return (await askAgain(turn, "repaired-digression", said)) ?? says(turn, [...said, { key: "danger.person", choices: [{ value: "person", title: { key: "channel.choice.person" } }] }], "answered", { detail: { passages: [kept] } });
};

/** "Go on anonymously" may be an option of the open question. */
const choosesIt = ({ state: { cursor }, parts, flowContext }: Turn, text: string): boolean => {
  const flow = cursor && parts.flows.get(cursor.flow);
  return flow ? namesOption(flow, cursor, text, flowContext.title) : false;
};

/** Where it is published what is kept. */
const kept = "about-ventanilla#data";
