import { createHash, randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { addDays } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import type { Keyed } from "./book.ts";
import { mondayOf, releaseOf } from "./plan.ts";
import type { Counter, Draw, JoinResult, Office, Person, Reach } from "./types.ts";
import { ask } from "./waiting.ts";
import { dayIn } from "./zone.ts";

type Trx = Transaction<Tables>;

/** What anybody can check a draw by. */
export type Published = {
  id: string;
  /** SHA-256 of `seed`, known before the first entry. */
  commitment: string;
  seed: string;
  /** In order of their letters. */
  entries: string[];
  /** SHA-256 of the entries, one a line. */
  listHash: string;
  /** By SHA-256 of `seed:listHash:ticket`. */
  order: string[];
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The order of the entries: nobody who enters knows the seed, and who knows it is bound by the commitment. */
export const drawn = (id: string, seed: string, tickets: readonly string[]): Published => {
  const entries = [...tickets].sort();
  const listHash = sha256(entries.join("\n"));
  const lot = new Map(entries.map((ticket) => [ticket, sha256(`${seed}:${listHash}:${ticket}`)]));
  const order = entries.toSorted((a, b) => (lot.get(a)! < lot.get(b)! ? -1 : 1));
  return { id, commitment: sha256(seed), seed, entries, listHash, order };
};

/** Why a published draw cannot be right; undefined when it is. */
export const drawFault = ({ id, seed, commitment, entries, listHash, order }: Published): "commitment" | "list" | "order" | undefined => {
  const again = drawn(id, seed, entries);
  if (again.commitment !== commitment) return "commitment";
  if (again.listHash !== listHash || again.entries.join() !== entries.join()) return "list";
  return again.order.join() === order.join() ? undefined : "order";
};

/** The draws of a counter that can be entered at an instant: of the next weeks that are to be released. */
export const openDraws = ({ office, counter }: { office: Office; counter: Counter }, service: string, now: Date): Draw[] => {
  const { release } = counter;
  if (release.kind !== "weekly" || release.drawHours === undefined) return [];
  const hours = release.drawHours;
  const first = mondayOf(dayIn(office.zone, now));
  return Array.from({ length: release.weeksBefore + 2 }, (_, week) => addDays(first, 7 * week)).flatMap((from): Draw[] => {
    const closesAt = releaseOf(office, counter, from);
    const opensAt = new Date(closesAt.getTime() - hours * 3_600_000);
    if (opensAt > now || closesAt <= now) return [];
    return [{ id: `${office.id}.${counter.id}.${from}`, office: office.id, counter: counter.id, service, from, to: addDays(from, 6), opensAt, closesAt }];
  });
};

/** Writes a draw down with its seed, and so its commitment, before anybody enters. */
export const prepareDraw = async (db: Kysely<Tables>, { id, office, counter, from, to, opensAt, closesAt }: Draw): Promise<void> => {
  const seed = randomBytes(32).toString("hex");
  await db.insertInto("draw")
    .values({ id, office, counter, from_day: from, to_day: to, opens_at: opensAt, closes_at: closesAt, seed, commitment: sha256(seed) })
    .onConflict((conflict) => conflict.doNothing()).execute();
};

/** Enters somebody, once a document and service; too late is as if the service were not there. */
export const enter = async (trx: Trx, keyed: Keyed, { draw, person, reach, now }: { draw: Draw; person: Person; reach: Reach; now: Date }): Promise<JoinResult> => {
  await prepareDraw(trx, draw);
  const open = await trx.selectFrom("draw").select("id").where("id", "=", draw.id).where("drawn_at", "is", null).where("closes_at", ">", now).forShare().executeTakeFirst();
  if (!open) return { status: "no-such-service" };
  const ticket = randomBytes(5).toString("hex").toUpperCase();
  const asked = { person, reach, service: draw.service, from: draw.from, to: draw.to, now };
  const entered = await ask(trx, keyed, asked, { kind: "draw", office: draw.office, counter: draw.counter, draw_id: draw.id, ticket });
  if (entered !== "added") return { status: entered };
  const { n } = await trx.selectFrom("waiting").select((e) => e.fn.countAll<string>().as("n")).where("draw_id", "=", draw.id).executeTakeFirstOrThrow();
  return { status: "joined", position: Number(n), ticket };
};

/** Draws what is due: gives each entry its place, and publishes list, seed and order. Gives how many draws it made. */
export const runDraws = (db: Kysely<Tables>, now: Date): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const due = await trx.selectFrom("draw").select(["id", "seed"]).where("drawn_at", "is", null).where("closes_at", "<=", now).forUpdate().skipLocked().execute();
    for (const { id, seed } of due) {
      const entries = await trx.selectFrom("waiting").select("ticket").where("draw_id", "=", id).where("state", "=", "waiting").execute();
      const published = drawn(id, seed, entries.map(({ ticket }) => ticket!));
      for (const [place, ticket] of published.order.entries()) {
        await trx.updateTable("waiting").set({ rank: place + 1 }).where("ticket", "=", ticket).execute();
      }
      await trx.updateTable("draw").set({ drawn_at: now, published: JSON.stringify(published) }).where("id", "=", id).execute();
    }
    return due.length;
  });

/** Before it is drawn only what it is bound by. */
export type DrawShown = Published | { id: string; commitment: string; opensAt: Date; closesAt: Date };

export const drawShown = async (db: Kysely<Tables>, id: string): Promise<DrawShown | undefined> => {
  const found = await db.selectFrom("draw").selectAll().where("id", "=", id).executeTakeFirst();
  if (!found) return undefined;
  return (found.published as Published | null) ?? { id, commitment: found.commitment, opensAt: found.opens_at, closesAt: found.closes_at };
};
