import { personalIn } from "../../flow/ahead.ts";
import type { Flow } from "../../flow/flow.ts";
import { validators } from "../../flow/slots/validators.ts";
import type { Slots } from "../../flow/types.ts";
import type { Inbound } from "../message.ts";
import type { Turn } from "../respond.ts";

/**
 * What the words that start a flow already answer, of the slots that it lets a start bring along: values of its written
 * questions, `said` the words themselves (`told`: also words that come later and fit no question), `about` the service that was talked about.
 */
export const givenBy = ({ inbound, state, flowContext }: Turn, flow: Flow, before?: string): Slots => {
  const text = before ?? (inbound.choice === undefined ? inbound.text?.trim() : undefined);
  const given = flow.questions.filter(({ slot }) => flow.given.includes(slot));
  const field = (as: string) => given.find(({ rule, position }) => position.field !== undefined && rule.as === as);
  const { told, rest } = personalIn(text ?? "", (as) => field(as)?.rule, flowContext);
  const slots: Slots = Object.fromEntries(told.map(([as, value]) => [field(as)!.slot, value]));
  for (const slot of flow.given) {
    const question = given.find((one) => one.slot === slot);
    if ((slot === "said" || slot === "told") && text) slots[slot] = text;
    else if (slot === "about" && state.service !== undefined) slots[slot] = state.service;
    else if (text && question && question.rule.as !== "choice" && question.rule.as !== "files" && !isPersonal(question.rule.as)) {
      const parsed = validators[question.rule.as].parse(rest, {}, flowContext);
      if ("ok" in parsed) slots[slot] = parsed.ok;
    }
  }
  return slots;
};

const isPersonal = (as: string): boolean => ["name", "document", "email", "phone"].includes(as);

/** The words just before a button that was pressed, where they tell something: what they told is not told twice. */
export const wordsBefore = async ({ trx, inbound: { conversationId, turnId } }: Turn): Promise<string | undefined> => {
  const before = await trx.selectFrom("message").select(["payload"]).where("conversation_id", "=", conversationId).where("direction", "=", "in")
    .where("turn_id", "!=", turnId).orderBy("seq", "desc").limit(1).executeTakeFirst();
  const { text, choice } = (before?.payload ?? {}) as Partial<Inbound>;
  return choice === undefined && text !== undefined && text.trim().split(/\s+/).length >= fewestTelling ? text.trim() : undefined;
};

const fewestTelling = 4;

/** What a person wrote before this turn, of at least so many words, the newest first. */
export const wordsEarlier = async ({ trx, inbound: { conversationId, turnId } }: Turn, fewest = fewestTelling): Promise<string[]> => {
  const before = await trx.selectFrom("message").select(["payload"]).where("conversation_id", "=", conversationId).where("direction", "=", "in")
    .where("turn_id", "!=", turnId).orderBy("seq", "desc").limit(mostEarlier).execute();
  return before.flatMap(({ payload }) => {
    const { text = "", choice } = payload as Partial<Inbound>;
    return choice === undefined && text.trim().split(/\s+/).length >= fewest ? [text.trim()] : [];
  });
};

const mostEarlier = 10;

/** Where and when somebody would like to come, as they wrote before they asked for it, the newest words first; what was booked since is done. */
export const wishedEarlier = async (turn: Turn, flow: Flow, known: Slots): Promise<Slots> => {
  const wishes = ["place", "when"].filter((slot) => flow.given.includes(slot) && known[slot] === undefined);
  if (wishes.length === 0 || await isBookedAlready(turn)) return {};
  const found: Slots = {};
  for (const words of await wordsEarlier(turn)) {
    const told = givenBy(turn, flow, words);
    for (const slot of wishes) if (found[slot] === undefined && told[slot] !== undefined) found[slot] = told[slot];
  }
  return found;
};

const isBookedAlready = async ({ trx, inbound: { conversationId } }: Turn): Promise<boolean> => {
  const said = await trx.selectFrom("message").select(["payload"]).where("conversation_id", "=", conversationId).where("direction", "=", "out").execute();
  return said.some(({ payload }) => done.has((payload as { ref?: string }).ref ?? ""));
};

const done = new Set(["booking.receipt", "booking.joined", "booking.entered"]);
