import { tokens } from "../../words.ts";
import type { Attachment, FlowResult } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { settle, step } from "./moving.ts";
import { askWhat, correctWithValue } from "./repair/correction.ts";
import { answerOrAside, asksFor, digression, leftUnanswered } from "./repair/aside.ts";
import { beginAnew } from "./repair/anew.ts";
import { rememberRefusal } from "./repair/agreed.ts";
import { booksNow, interrupt, nothingToLose, surelyMeant, wantedFlows } from "./repair/interruption.ts";
import { protest } from "./repair/protest.ts";
import { retell } from "./repair/retell.ts";
import { stumble } from "./repair/stumble.ts";

/** A question of a flow is open: the message answers it, or asks something in between. */
export const inFlow: Handler = async (turn) => {
  if (!turn.state.cursor) return undefined;
  const { text = "", choice } = turn.inbound;
  const attachment = takesFiles(turn) ? keyed(turn) : undefined;
  const doubt = choice === undefined && !attachment ? mistake(turn) ?? answerOrAside(turn) : undefined;
  if (doubt) return doubt;
  const anew = choice === undefined && !attachment ? await beginAnew(turn, { fits: true }) : undefined;
  if (anew) return anew;
  const result = await step(turn, { kind: "answer", text, ...(choice === undefined ? {} : { choice }), ...(attachment ? { attachment } : {}) });
  if (!result) return undefined;
  rememberRefusal(turn, turn.state.cursor, result);
  if (result.change) return askWhat({ ...turn, state: { ...turn.state, cursor: result.cursor } }) ?? settle(turn, result, "flow-continued");
  if (attachment && result.status === "unfit") return asksFor(turn, "files") ? stumble(turn, result) : { ...(await stumble(turn, result)), outcome: "repaired-unsupported" };
  return result.status === "unfit" ? aside(turn, result) : settle(turn, result, "flow-continued");
};

/** Whether the open question is answered with files. */
export const takesFiles = ({ state: { cursor } }: Turn): boolean => cursor?.takesFiles === true;

/** The file that came with the message, by where it is kept. */
const keyed = ({ inbound: { attachment, conversationId, turnId } }: Turn): Attachment | undefined =>
  attachment?.file ? { ...attachment, file: { ...attachment.file, key: `${conversationId} ${turnId}` } } : attachment;

/** "I made a mistake" is no free text and no name, although any words would do. */
const mistake = (turn: Turn): Response | undefined =>
  turn.understood.command?.name === "correct" && asksFor(turn, "text", "name") ? askWhat(turn) : undefined;

/** So many words are no slip at a menu: they tell what somebody came for. */
const fewestTelling = 6;

/** What does not fit the open question may be a correction, a wish for something else, or a question itself. */
const aside = async (turn: Turn, unfit: FlowResult): Promise<Response | undefined> => {
  if (turn.inbound.choice !== undefined) return stumble(turn, unfit);
  const corrected = (await retell(turn)) ?? protest(turn) ?? (await correctWithValue(turn)) ?? (await beginAnew(turn));
  if (corrected) return corrected;
  if (turn.understood.command?.name === "correct") return askWhat(turn) ?? stumble(turn, unfit);
  const isFiling = turn.parts.flows.get(turn.state.cursor!.flow)?.intent === "case.file";
  if (isFiling && turn.understood.question) {
    const between = await digression(turn);
    if (between) return between;
  }
  if (nothingToLose(turn) && !isFiling) {
    const wish = await interrupt(turn);
    if (wish) return wish;
    const tells = tokens(turn.inbound.text ?? "").length >= fewestTelling;
    if ((turn.answer.kind !== "none" || tells) && wantedFlows(turn)[0] !== turn.state.cursor!.flow) {
      turn.state.cursor = null;
      return undefined;
    }
  }
  const surely = surelyMeant(turn) || booksNow(turn) ? await interrupt(turn) : undefined;
  return surely ?? (await digression(turn)) ?? (await interrupt(turn)) ?? (await leftUnanswered(turn)) ?? stumble(turn, unfit);
};
