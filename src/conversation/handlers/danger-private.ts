import { namesOption } from "../../flow/open.ts";
import type { Utterance } from "../../flow/types.ts";
import { asksIfPrivate } from "../../understanding/danger/private.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { cites, isHarmedMan, leaving } from "./danger.ts";
import { waysOf } from "./danger-after.ts";
import { inMind } from "./danger-asked.ts";
import { askAgain } from "./moving.ts";
import { isOutside } from "./whereabouts.ts";

/** Who asks whether anybody sees what they write may not dare to tell more: what is kept, who reads it, and how to clear it. */
export const asksPrivate: Handler = async (turn) => {
  const { inbound: { text, choice, attachment } } = turn;
  if (!text || choice !== undefined || attachment || !asksIfPrivate(text) || choosesIt(turn, text)) return undefined;
  const said: Utterance[] = [{ key: "danger.private", cites: [kept] }, ...(await ofTheLine(turn)), ...leaving(turn)];
  const danger = inMind(turn);
  if (danger) return says(turn, [...said, { key: "danger.person", choices: waysOf(turn, danger) }], "answered", { detail: { passages: [kept] } });
  return (await askAgain(turn, "repaired-digression", said)) ?? says(turn, [...said, { key: "danger.person", choices: [{ value: "person", title: { key: "channel.choice.person" } }] }], "answered", { detail: { passages: [kept] } });
};

/** Who was given the women's line wants to know it of that as well. */
const ofTheLine = async (turn: Turn): Promise<Utterance[]> =>
  turn.state.danger !== "violence" || (await isOutside(turn)) || (await isHarmedMan(turn)) ? [] : [{ key: "danger.private-155", cites: cites.violence.slice(0, 1) }];

/** "Go on anonymously" may be an option of the open question. */
const choosesIt = ({ state: { cursor }, parts, flowContext }: Turn, text: string): boolean => {
  const flow = cursor && parts.flows.get(cursor.flow);
  return flow ? namesOption(flow, cursor, text, flowContext.title) : false;
};

/** Where it is published what is kept. */
const kept = "about-ventanilla#data";
