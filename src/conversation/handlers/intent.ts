import type { Handler, Turn } from "../respond.ts";
import { openWanted, wantedFlows } from "./repair/interruption.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => (isAnswered(turn) ? undefined : openWanted(turn, wantedFlows(turn)));

/** Below this an intent is a guess (0..1). */
const certain = 0.7;

/** A question that published content answers is answered: a flow is begun for it only when it is surely meant. */
const isAnswered = ({ understood, answer }: Turn): boolean =>
  understood.question && answer.kind !== "none" && (understood.intent?.score ?? 0) < certain;
