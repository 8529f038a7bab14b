import type { Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { waited } from "./clock.ts";
import type { DeskSetup } from "./setup.ts";

const days = 30;
const most = 20;
/** Fewer first replies than this say nothing about the next one. */
const fewest = 5;

/** The median wait, in minutes of open desk, of the last who got a reply: about this topic, else at all; undefined when too few did. */
export const estimate = async (trx: Transaction<Tables>, setup: DeskSetup, topic: string, now: Date): Promise<number | undefined> =>
  (await lately(trx, setup, now, topic)) ?? lately(trx, setup, now);

const lately = async (trx: Transaction<Tables>, { hours }: DeskSetup, now: Date, topic?: string): Promise<number | undefined> => {
  const replied = trx
    .selectFrom("handoff")
    .select(["asked_at", "first_reply_at"])
    .where("first_reply_at", "is not", null)
    .where("asked_at", ">", new Date(now.getTime() - days * 86_400_000));
  const rows = await (topic === undefined ? replied : replied.where("topic", "=", topic)).orderBy("asked_at", "desc").limit(most).execute();
  if (rows.length < fewest) return undefined;
  const waits = rows.map((row) => waited({ askedAt: row.asked_at, firstReplyAt: row.first_reply_at }, hours, now));
  return Math.max(1, Math.ceil(quantile(waits, 0.5)!));
};

/** The value below which that share of the values lies (nearest rank); undefined of none. */
export const quantile = (values: number[], share: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
