import type { Handler, Turn } from "../respond.ts";
import { openWanted, wantedFlows } from "./repair/interruption.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => (isAnswered(turn) ? undefined : openWanted(turn, wantedFlows(turn)));

/** A question that published content answers more surely than a flow is meant: it is answered. */
const isAnswered = ({ understood, answer }: Turn): boolean =>
  understood.question && answer.kind !== "none" && answer.score >= (understood.intent?.score ?? 0);
