import { sql, type Kysely, type Selectable } from "kysely";
import type { Change } from "../answers/offer.ts";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import { orRefused, RefusedInside, type Refused } from "./refusal.ts";

export type ReviewParts = {
  db: Kysely<Tables>;
  now: () => Date;
  /** Puts texts together that ask alike: the places of each group's texts, the largest group first. */
  group: (texts: readonly string[]) => number[][];
  /** Changes of the knowledge's files as one diff; empty where all of it stands there already. */
  offer: (changes: readonly Change[]) => string;
};

/** Why a question is here: no answer, one that was barely near enough, or a bad mark for the conversation. */
type Why = "unanswered" | "unsure" | "poor-rating";

/** Questions that ask alike; `id` is that of the oldest of them. */
export type ReviewGroup = { id: string; text: string; count: number; locales: Locale[]; last: Date; why: Why[]; texts: string[] };

export type Decision = Change | { decision: "dismissed"; locale: Locale };

export type Review = ReturnType<typeof createReview>;

/**
 * Questions without a good answer, while their words are kept, and what a supervisor makes of them. The knowledge's files are
 * never changed here: a change is offered as a diff, for somebody to commit.
 */
export const createReview = (parts: ReviewParts) => {
  const groups = async () => {
    const questions = await undecided(parts);
    return parts.group(questions.map(({ text }) => text)).map((places) => places.map((place) => questions[place]!));
  };
  const groupOf = async (id: string) => (await groups()).find(([first]) => first!.id === id);
  return {
    /** The largest groups first; of the newest 500 questions. */
    list: async (): Promise<ReviewGroup[]> => (await groups()).map(shown),
    group: async (id: string): Promise<ReviewGroup | undefined> => {
      const found = await groupOf(id);
      return found && shown(found);
    },
    preview: (change: Decision): string => diffOf(parts, change),
    /** Keeps what was decided about all of a group, which leaves the list; gives the change as a diff. */
    decide: async (id: string, by: { id: string; name: string }, decision: Decision): Promise<{ diff: string } | Refused> => {
      const found = await groupOf(id);
      if (!found) return { refused: "not-found" };
      const diff = diffOf(parts, decision);
      return orRefused(keep(parts, found.map((question) => question.id), by, decision).then(() => ({ diff })));
    },
    /** All that was decided and is not in the files yet. */
    patch: async (): Promise<string> => {
      const decisions = await parts.db.selectFrom("review_decision").selectAll().where("decision", "<>", "dismissed").orderBy("id").execute();
      return parts.offer(decisions.flatMap(changeOf));
    },
  };
};

const most = 500;
/** An answer that was found with less than this was barely near enough. */
const unsureBelow = 0.3;
const poorMark = 2;

type Question = { id: string; locale: Locale; at: Date; text: string; why: Why };

/** Oldest first, so that a group keeps its id as long as its oldest question is kept. */
const undecided = async ({ db, now }: ReviewParts): Promise<Question[]> => {
  const { rows } = await sql<Question>`
    select * from (
      select t.id::text as id, t.locale, t.at, x.text,
        case when t.outcome like 'unanswered-%' then 'unanswered'
          when t.outcome like 'answered%' and t.score < ${unsureBelow} then 'unsure'
          when t.outcome like 'answered%' and exists (
            select 1 from rating r where r.conversation_id = t.conversation_id and r.score <= ${poorMark} and r.at >= t.at) then 'poor-rating'
        end as why
      from turn_text x join turn t on t.id = x.turn
      where x.expires_at > ${now()} and not exists (select 1 from review_turn d where d.turn = t.id)) asked
    where why is not null order by at desc, id::bigint desc limit ${most}`.execute(db);
  return rows.toReversed();
};

const shownTexts = 8;

const shown = (questions: Question[]): ReviewGroup => {
  const [first] = questions;
  return {
    id: first!.id, text: first!.text, count: questions.length, last: questions.at(-1)!.at,
    locales: [...new Set(questions.map(({ locale }) => locale))],
    why: [...new Set(questions.map(({ why }) => why))],
    texts: [...new Set(questions.map(({ text }) => text))].slice(0, shownTexts),
  };
};

const diffOf = ({ offer }: ReviewParts, decision: Decision): string => (decision.decision === "dismissed" ? "" : offer([decision]));

/** Two who decide about the same at once: the first is heard. */
const keep = (parts: ReviewParts, turns: string[], by: { id: string; name: string }, decision: Decision): Promise<void> =>
  parts.db.transaction().execute(async (trx) => {
    const text = "text" in decision ? decision.text : null;
    const pair = "pair" in decision ? decision.pair : null;
    const word = "word" in decision ? decision.word : null;
    const { id } = await trx
      .insertInto("review_decision")
      .values({ decision: decision.decision, locale: decision.locale, text, pair, word, by_id: by.id, by_name: by.name, at: parts.now() })
      .returning("id")
      .executeTakeFirstOrThrow();
    const kept = await trx
      .insertInto("review_turn")
      .values(turns.map((turn) => ({ turn, decision: id })))
      .onConflict((conflict) => conflict.column("turn").doNothing())
      .returning("turn")
      .execute();
    if (kept.length === 0) throw new RefusedInside({ refused: "not-found" });
  });

const changeOf = ({ decision, locale, text, pair, word }: Selectable<Tables["review_decision"]>): Change[] => {
  switch (decision) {
    case "question":
      return [{ decision, locale, text: text!, pair: pair! }];
    case "alias":
      return [{ decision, locale, text: text!, word: word! }];
    case "not-ours":
      return [{ decision, locale, text: text! }];
    case "dismissed":
      return [];
    default:
      return decision satisfies never;
  }
};
