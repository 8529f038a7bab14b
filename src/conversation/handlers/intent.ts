import { asksToBook } from "../../understanding/asks-to-book.ts";
import type { Handler, Turn } from "../respond.ts";
import { openWanted, wantedFlows } from "./repair/interruption.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => (isAnswered(turn) ? undefined : openWanted(turn, wantedFlows(turn)));

/** A question that published content answers about as surely as a flow is meant, or of which it is known that nothing is published: it is answered. Who asks for an appointment gets one, and what a route answers itself is left to it. */
const isAnswered = ({ understood, answer, inbound: { text = "" } }: Turn): boolean =>
  understood.route !== "asked" && !(asksToBook(text) && !/[?¿]/.test(text)) && (understood.question || answer.kind === "unknown") && answer.kind !== "none" && answer.score >= aboutAsSure * (understood.intent?.score ?? 0);

const aboutAsSure = 0.85;
