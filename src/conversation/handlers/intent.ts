import { asksForFact } from "../../understanding/asks-for-fact.ts";
import { asksToBook } from "../../understanding/asks-to-book.ts";
import type { Understood } from "../../understanding/types.ts";
import type { Handler, Turn } from "../respond.ts";
import { openWanted, wantedFlows } from "./repair/interruption.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => (isAnswered(turn) ? undefined : openWanted(turn, wantedFlows(turn)));

/** A question that published content answers about as surely as a flow is meant, or of which it is known that nothing is published: it is answered. Who asks for an appointment gets one, and what a route answers itself is left to it. */
const isAnswered = ({ understood, answer, inbound: { text = "" } }: Turn): boolean => {
  if (understood.route === "asked" || answer.kind === "none" || (asksToBook(text) && !/[?¿]/.test(text))) return false;
  const asked = asksForFact(text);
  if (!understood.question && !asked && answer.kind !== "unknown") return false;
  return answer.score >= aboutAsSure * (understood.intent?.score ?? 0) || isBetweenServices(understood) || (asked && answer.kind !== "lookalike" && handsOn.has(understood.intent?.name ?? "") && answer.score >= sureEnough);
};

const aboutAsSure = 0.85;

/** Several services together are meant as likely as the flow: the answer, or the question which of them, tells them apart. */
const isBetweenServices = ({ intent, near }: Understood): boolean =>
  near.filter(({ name }) => name.startsWith("service:")).reduce((sum, { score }) => sum + score, 0) >= (intent?.score ?? 0);

/** Flows that pass a question on to somebody: what is published answers sooner. */
const handsOn = new Set(["contact.find", "case.file"]);
const sureEnough = 0.45;
