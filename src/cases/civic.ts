import { addBusinessDays, dayOf, isBusinessDay, type Day } from "../calendar.ts";
import { notifyHolders } from "./alerts.ts";
import { countsFrom, monthAfter, radicadoDay, type CivicDays } from "./clock.ts";
import { change, civicDays, dueOf, happened, holdCivicDays, type CaseRow, type Changes, type Scene, type Trx } from "./deeds.ts";
import { storable } from "./storable.ts";
import { tellCitizen } from "./notices.ts";
import type { CaseParts } from "./parts.ts";
import type { Officer, Refused } from "./types.ts";

export type CivicDay = { day: Day; norm: string; es: string; en: string };

/** Days without work that an authority decrees for itself, by a norm: all open deadlines move with them. */
export const civic = (parts: CaseParts) => ({
  add: (actor: Officer, given: CivicDay): Promise<{ moved: number } | Refused> => moving(parts, actor, given.day, async (trx, before) => {
    if (before.has(given.day)) return { refused: "known-already" };
    if (!isBusinessDay(given.day)) return { refused: "not-a-business-day" };
    const row = { norm: storable(given.norm), reason_es: storable(given.es), reason_en: storable(given.en), by_id: actor.id, by_name: actor.name, at: parts.now() };
    await trx.insertInto("civic_day")
      .values({ day: given.day, ...row, revoked_at: null, revoked_by: null, revoked_reason: null })
      .onConflict((conflict) => conflict.column("day").doUpdateSet({ ...row, revoked_at: null, revoked_by: null, revoked_reason: null }))
      .execute();
    return undefined;
  }),

  /** Takes a day back that was entered wrongly: the day stays on record. */
  revoke: (actor: Officer, day: Day, reason: string): Promise<{ moved: number } | Refused> => moving(parts, actor, day, async (trx, before) => {
    if (!before.has(day)) return { refused: "not-found" };
    await trx.updateTable("civic_day").set({ revoked_at: parts.now(), revoked_by: actor.id, revoked_reason: storable(reason) }).where("day", "=", day).execute();
    return undefined;
  }),

  /** How many open deadlines a day would move; nothing is written. */
  preview: async (day: Day): Promise<{ moves: number } | Refused> => {
    const before = await civicDays(parts.db);
    if (before.has(day)) return { refused: "known-already" };
    if (!isBusinessDay(day)) return { refused: "not-a-business-day" };
    const days = new Map([...before, [day, ""]]);
    const open = await parts.db.selectFrom("case_file").selectAll().where("closed_at", "is", null).execute();
    const now = parts.now();
    const moves = open.filter((row) => {
      const after = { ...row, ...again(parts, row, days, now) };
      return (row.due_on ?? row.ask_until) !== (dueOf(after, days) ?? after.ask_until);
    });
    return { moves: moves.length };
  },

  all: async () => {
    const rows = await parts.db.selectFrom("civic_day").selectAll().orderBy("day").execute();
    return rows.map(({ day, norm, reason_es, reason_en, by_name, at, revoked_at, revoked_reason }) =>
      ({ day, norm, es: reason_es, en: reason_en, by: by_name, at, revoked: revoked_at === null ? null : { at: revoked_at, reason: revoked_reason } }));
  },
});

const moving = (
  parts: CaseParts, actor: Officer, day: Day, enter: (trx: Trx, before: CivicDays) => Promise<Refused | undefined>,
): Promise<{ moved: number } | Refused> =>
  parts.db.transaction().execute(async (trx): Promise<{ moved: number } | Refused> => {
    await holdCivicDays(trx, "change");
    const refused = await enter(trx, await civicDays(trx));
    return refused ?? { moved: await moveAll(parts, trx, actor, day) };
  });

/** Every open deadline anew; its holders are told of each that moved, with the reason. */
const moveAll = async (parts: CaseParts, trx: Trx, actor: Officer, day: Day): Promise<number> => {
  const now = parts.now();
  const days = await civicDays(trx);
  const { norm, reason_es: es, reason_en: en } = await trx.selectFrom("civic_day").select(["norm", "reason_es", "reason_en"]).where("day", "=", day).executeTakeFirstOrThrow();
  const open = await trx.selectFrom("case_file").selectAll().where("closed_at", "is", null).orderBy("id").forUpdate().execute();
  let moved = 0;
  for (const row of open) {
    const scene: Scene = { trx, row, civic: days, today: dayOf(now), now };
    const after = await change(scene, again(parts, row, days, now));
    const [before, due] = [row.due_on ?? row.ask_until, after.due_on ?? after.ask_until];
    if (before === due || due === null || before === null) continue;
    moved++;
    await happened(parts, scene, after, "moved-by-civic-day", actor, { day, norm, from: before, due });
    const name = due > before ? "moved-by-civic-day" : "moved-back";
    const why = { day: { date: day }, reason: { both: { es, en } }, norm, before: { date: before }, due: { date: due } };
    await tellCitizen(parts, trx, after, name, why, now);
    await notifyHolders(parts, trx, after, { what: "moved", dueOn: due, why }, now);
  }
  return moved;
};

const again = (parts: CaseParts, row: CaseRow, days: CivicDays, now: Date): Changes =>
  ({ ...radicadoAgain(parts, row, days, now), ...untilAgain(parts, row, days) });

/** Who filed at night before a day that turned out to be no business day is radicado on the next one that is. */
const radicadoAgain = ({ setup }: CaseParts, row: CaseRow, days: CivicDays, now: Date): Changes => {
  if (row.radicado_on < dayOf(now) || row.counts_from !== countsFrom(row.filed_at, row.radicado_on, row.reading)) return {};
  const radicadoOn = radicadoDay(row.filed_at, setup.closes, days);
  return { radicado_on: radicadoOn, counts_from: countsFrom(row.filed_at, radicadoOn, row.reading) };
};

const untilAgain = ({ setup: { steps } }: CaseParts, row: CaseRow, days: CivicDays): Changes => {
  if (row.asked_on === null) return {};
  switch (row.state) {
    case "awaiting-completion":
      return { ask_until: monthAfter(row.asked_on, steps.complete.months * (row.ask_extended ? 2 : 1), days) };
    case "awaiting-clarification":
      return { ask_until: addBusinessDays(row.asked_on, steps.clarify.days, days) };
    default:
      return {};
  }
};
