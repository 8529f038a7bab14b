import { dayOf, type Day } from "../../calendar.ts";
import type { Db } from "../../db/open.ts";
import { count } from "./count.ts";
import type { Poll } from "./setup.ts";
import { tell } from "./tell.ts";

/** What has been told of a poll. `n` null: fewer than five. The sum of what is shown is all that is told. */
export type PollResults = { n: number; until: Day | null; options: { id: string; n: number | null }[] };

export type Answered = "counted" | "again" | "not-asked";

export type Polls = {
  /** The newest poll that is asked today. */
  asked: () => Poll | undefined;
  /** Polls that are over, the newest first. */
  over: () => Poll[];
  /** Counts an answer: one a day of `who`, which is kept nowhere. */
  answer: (poll: string, option: string, who: string) => Promise<Answered>;
  results: (poll: Poll) => Promise<PollResults>;
  /** Adds what came until yesterday to what is told, and forgets who answered. Any replica may do it. */
  tell: () => Promise<void>;
};

export const createPolls = ({ db, now, polls }: { db: Db; now: () => Date; polls: readonly Poll[] }): Polls => ({
  asked: () => polls.find((poll) => isAsked(poll, dayOf(now()))),
  over: () => polls.filter(({ until }) => until < dayOf(now())),
  answer: async (id, option, who) => {
    const poll = polls.find((one) => one.id === id);
    const today = dayOf(now());
    if (!poll || !isAsked(poll, today) || !poll.options.some((one) => one.id === option)) return "not-asked";
    return (await count(db, { poll: id, option, who, day: today })) ? "counted" : "again";
  },
  results: async ({ id, options }) => {
    const rows = await db.selectFrom("poll_told").selectAll().where("poll", "=", id).execute();
    const told = options.map((option) => ({ id: option.id, n: rows.find((row) => row.option === option.id)?.answers ?? null }));
    return { n: told.reduce((sum, { n }) => sum + (n ?? 0), 0), until: rows.map(({ until }) => until).sort().at(-1) ?? null, options: told };
  },
  tell: () => tell(db, dayOf(now())),
});

const isAsked = ({ from, until }: Poll, today: Day): boolean => from <= today && today <= until;
