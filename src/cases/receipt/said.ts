import type { Kysely } from "kysely";
import type { Tables } from "../../db/tables.ts";
import type { Param, Utterance } from "../../flow/types.ts";
import type { Locale } from "../../locale.ts";
import { computation } from "../clock.ts";
import { civicDays, clockOf } from "../deeds.ts";
import type { CaseParts } from "../parts.ts";
import type { CountedDay } from "../types.ts";
import { both } from "./both.ts";
import { receiptOf, type Receipt } from "./items.ts";

/** What is said about a case in a conversation, in whatever language it is in by then. */
export const createSaid = (parts: Pick<CaseParts, "setup" | "texts">) => ({
  /** The eight items of the receipt; none for a case that is not there. */
  receipt: async (db: Kysely<Tables>, id: string): Promise<Utterance[]> => {
    const receipt = await receiptOf(parts, db, id);
    return receipt ? [{ key: "case.receipt.chat", params: { items: both((locale) => itemLines(parts, receipt, locale)), due: receipt.due } }] : [];
  },

  /** How the deadline was counted, day by day. */
  computation: async (db: Kysely<Tables>, id: string): Promise<Utterance[]> => {
    const days = await computationOf(db, id);
    if (days === "no-term" || days === "still") return [{ key: `case.computation.${days}` }];
    const lines = both((locale) => days.map((day) => `- ${dayLine(parts, day, locale)}`).join("\n"));
    return [{ key: "case.computation.all", params: { days: lines, due: { date: days.at(-1)!.day } } }];
  },
});

/** Each day of a case's term; "no-term" where the law sets none, "still" while its clock stands. */
export const computationOf = async (db: Kysely<Tables>, id: string): Promise<CountedDay[] | "no-term" | "still"> => {
  const row = await db.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirst();
  const clock = row && clockOf(row);
  return clock ? (computation(clock, await civicDays(db)) ?? "still") : "no-term";
};

const dayLine = ({ texts }: Pick<CaseParts, "texts">, { day, why, number, norm }: CountedDay, locale: Locale): string => {
  const params: Record<string, Param> = { day: { date: day }, ...(number === undefined ? {} : { number }), ...(norm === undefined ? {} : { norm }) };
  if (!why.startsWith("holiday-")) return texts.text(`case.computation.day.${why}`, locale, params);
  return texts.text("case.computation.day.holiday", locale, { ...params, holiday: { key: `case.holiday.${why.slice("holiday-".length)}` } });
};

const itemLines = ({ texts }: Pick<CaseParts, "texts">, { items }: Receipt, locale: Locale): string =>
  items.map(({ name, value }, i) => oneLine(texts.text("case.receipt.line", locale, { number: i + 1, title: { key: `case.receipt.title.${name}` }, value }))).join("\n");

/** What a person wrote in several lines stays one point of the list. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");
