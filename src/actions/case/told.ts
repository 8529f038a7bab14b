import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult } from "../../flow/types.ts";
import type { Stories } from "../../stories.ts";
import { withoutRemarks } from "../../understanding/case-kind/remarks.ts";
import { tokens } from "../../words.ts";

const hourMs = 3_600_000;
const rememberedHours = 24;

/**
 * What the person told in this conversation before the intake began: it is used, and not asked again. It stands nowhere
 * but in the conversation until the person has agreed to it (Ley 1581 de 2012, artículo 9).
 */
export async function told({ stories }: { stories: Stories }, turn: ActionTurn): Promise<ActionResult> {
  const isTold = (text: string) => stories.tells(text) || tokens(text).length >= fewestAtLength;
  const before = withoutRepeats((await messagesBefore(turn)).filter((text) => isTold(text) || (stories.wants(text) && tokens(text).length >= fewestInWish)));
  const all = before.join("\n");
  const isStory = before.some((text) => isTold(text) && tokens(text).length >= (stories.wants(text) ? fewestBesideWish : fewestWords));
  return isStory ? { slots: { told: all, shown: all.length > mostShown ? `${all.slice(0, mostShown)}…` : all } } : { to: "nothing", ...(all === "" ? {} : { slots: { opening: all } }) };
}

/** What was told before and what was added now. */
export function join(_parts: unknown, { slots }: ActionTurn): ActionResult {
  const [before, more] = [String(slots["told"]), typeof slots["more"] === "string" ? slots["more"] : ""];
  return { answers: { story: isNothing.test(more.trim()) ? before : repeats(more, before, all) ? more : `${before}\n${more}` } };
}

/** A sentence that was forgotten, at the end of the story. */
export function extend(_parts: unknown, { slots }: ActionTurn): ActionResult {
  return { answers: { story: `${String(slots["story"])}\n${String(slots["addition"])}` } };
}

/** So many words tell what happened; with "I want to complain" among them, it takes more. */
const fewestWords = 9;
/** Whoever comes to file has told something with so many words, whatever it was taken for then. */
const fewestAtLength = 16;
const fewestInWish = 8;
const fewestBesideWish = 18;
const mostShown = 900;

const isNothing = /^(?:|(?:no|nada|nada mas|nothing|nothing else|eso es todo|ya|listo|si|sí|ok|okay|yes|that is all|that's all|thats all)[.!, ]*(?:gracias|thanks)?[.!]*)$/iu;

const messagesBefore = async ({ trx, conversationId, turnId, now }: ActionTurn): Promise<string[]> => {
  const filed = await trx.selectFrom("case_file").select("filed_at").where("conversation_id", "=", conversationId).orderBy("filed_at", "desc").executeTakeFirst();
  const since = new Date(Math.max(now.getTime() - rememberedHours * hourMs, filed?.filed_at.getTime() ?? 0));
  const rows = await trx.selectFrom("message").select("payload")
    .where("conversation_id", "=", conversationId).where("direction", "=", "in").where("turn_id", "!=", turnId).where("created_at", ">", since)
    .orderBy("seq").execute();
  return rows.flatMap(({ payload }) => {
    const { text, choice, start } = payload as { text?: string; choice?: string; start?: string };
    const words = choice === undefined && start === undefined ? withoutRemarks(text ?? "") : "";
    return words === "" ? [] : [words];
  });
};

/** Who was not understood says it again: the longest telling of it counts. */
const withoutRepeats = (texts: string[]): string[] =>
  texts.filter((text, i) => !texts.some((other, j) => j !== i && repeats(other, text) && (tokens(other).length > tokens(text).length || j > i)));

/** Whether nearly all words of `text` stand in `whole`. */
const repeats = (whole: string, text: string, share = nearlyAll): boolean => {
  const [words, there] = [[...new Set(tokens(text))], new Set(tokens(whole))];
  return words.filter((word) => there.has(word)).length >= words.length * share;
};

const nearlyAll = 0.75;
/** What was told before is left out only where nothing of it would be lost. */
const all = 0.95;
