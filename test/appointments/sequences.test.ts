import { sql, type Transaction } from "kysely";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { createAppointments, type Appointments } from "../../src/appointments/appointments.ts";
import { sweep } from "../../src/appointments/sweep.ts";
import { openDb, type OpenDb } from "../../src/db/open.ts";
import type { Tables } from "../../src/db/tables.ts";
import { createLog } from "../../src/log.ts";
import { createDatabase } from "../setup/services.ts";
import { sized } from "../support/bars.ts";
import { createOracle, type Op } from "./oracle.ts";
import { counter, office, rules } from "./stage-data.ts";

/** 10,000 take two minutes of a processor. */
const wanted = sized(10_000, 1500);
const connections = 4;
const together = 500;
/** Two to six: most is seen in four. */
const steps = 6;
const lengthOf = (seed: number): number => 2 + (seed % 5);
const people = 3;
const capacity = [1, 2];
/** Monday, ten in Bogotá: all that happens is by day. */
const begin = Date.parse("2026-02-02T15:00:00Z");
const minute = 60_000;

type World = { index: number; seed: number; oracle: ReturnType<typeof createOracle>; openings: string[]; bookings: Map<number, string>; said: string[] };

let open: OpenDb;
let appointments: Appointments;
/** One thing at a time in each world: a statement is a transaction here. */
let trx: Transaction<Tables>;

const start = async (databaseUrl?: string) => {
  open = await openDb({ databaseUrl, dataDir: "memory://", log: createLog("error"), poolSize: connections });
  trx = open.db as unknown as Transaction<Tables>;
};
beforeAll(() => {
  const offices = Array.from({ length: together }, (_, i) => office({ id: `w${i}`, counters: [counter()] }));
  appointments = createAppointments({ offices, rules: { ...rules, changes: 1, cancellations: 50 }, key: "k", allow: () => Promise.resolve(true) });
});
afterEach(() => open.close());

/** Numbers that look random and are the same for a seed (mulberry32). */
const random = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

/** Fresh openings for so many worlds. */
const worlds = async (first: number, last: number): Promise<World[]> => {
  await sql`truncate appointment_notice, seat, offer, waiting, booking, opening restart identity cascade`.execute(open.db);
  const { rows } = await sql<{ id: string; office: string; n: number }>`
    insert into opening (office, counter, starts_at, ends_at, day, time, visible_from, closes_at, capacity)
    select 'w' || w, 'documents', at, at + interval '1 hour', '2026-03-0' || (n + 1), '08:00', '2026-01-01', at, n + 1
    from generate_series(0, ${together - 1}::int) w cross join generate_series(0, 1) n
    cross join lateral (select '2026-03-01 13:00Z'::timestamptz + make_interval(days => n) as at) t
    order by w, n returning id, office, capacity - 1 as n`.execute(open.db);
  await sql`insert into seat (opening_id, number) select id, g from opening cross join lateral generate_series(1, capacity) g`.execute(open.db);
  return Array.from({ length: Math.min(together, last - first) }, (_, index) => ({
    index, seed: first + index, bookings: new Map<number, string>(), said: [],
    oracle: createOracle(capacity, { hold: rules.holdMinutes, offer: rules.offerMinutes, changes: 1 }),
    openings: rows.filter((row) => row.office === `w${index}`).sort((a, b) => a.n - b.n).map(({ id }) => id),
  }));
};

/** Mostly what makes sense, sometimes not. */
const next = (world: World, step: number): Op[] => {
  const roll = random(world.seed * 31 + step);
  const [who, opening] = [roll(people), roll(2)];
  const everybody = Array.from({ length: people }, (_, i) => i);
  const booked = everybody.filter((each) => world.oracle.hasBooking(each));
  const offered = everybody.find((each) => world.oracle.offerOf(each));
  if (offered !== undefined && roll(4) > 0) return [{ do: roll(3) === 0 ? "decline" : "accept", who: offered }];
  if (booked.length > 0 && roll(3) === 0) {
    const waits = everybody.find((each) => !booked.includes(each)) ?? who;
    return [{ do: "join", who: waits }, { do: "cancel", who: booked[roll(booked.length)]! }];
  }
  switch (roll(8)) {
    case 0: case 1: case 2: return [{ do: "hold", who, opening }, ...(roll(4) > 0 ? [{ do: "book", who } as const] : [])];
    case 3: return [{ do: "book", who }];
    case 4: return [{ do: "cancel", who }];
    case 5: return [{ do: "change", who, opening }];
    case 6: return [{ do: "accept", who }];
    default: return [{ do: "join", who }];
  }
};

const act = async (world: World, op: Op, now: Date): Promise<string> => {
  const { index, openings, bookings } = world;
  const conversationId = `${index}-${op.who}`;
  const person = { document: `CC ${index}00${op.who}`, name: "Ana" };
  const reach = { conversationId, channel: "web", locale: "es" as const };
  const booking = bookings.get(op.who) ?? "0";
  const booked = (result: Awaited<ReturnType<Appointments["book"]>>): string => {
    if (result.status === "booked") bookings.set(op.who, result.booking.id);
    return result.status;
  };
  switch (op.do) {
    case "hold": return (await appointments.hold(trx, { opening: openings[op.opening]!, service: "ppt", conversationId, now })).status;
    case "book": return booked(await appointments.book(trx, { person, reach, now }));
    case "cancel": return (await appointments.cancel(trx, { booking, now })).status;
    case "change": return (await appointments.change(trx, { booking, opening: openings[op.opening]!, conversationId, now })).status;
    case "join": return (await appointments.join(trx, { office: `w${index}`, service: "ppt", person, reach, now })).status;
    default: {
      const offer = await appointments.offer(trx, conversationId, now);
      if (!offer) return op.do === "accept" ? "hold-over" : "nothing";
      if (op.do === "accept") return booked(await appointments.accept(trx, { offer: offer.id, conversationId, now }));
      await appointments.decline(trx, { offer: offer.id, conversationId, now });
      return "declined";
    }
  }
};

/** By world, what its seats are: counted from the rows alone. */
const counted = async (now: Date): Promise<Map<string, string>> => {
  const { rows } = await sql<{ office: string; seats: string }>`
    select office, json_agg(json_build_object('booked', booked, 'offered', offered, 'held', held, 'free', all_of - booked - offered - held) order by id)::text as seats
    from (select o.id, o.office, o.capacity as all_of, coalesce(b.n, 0) as booked, coalesce(f.n, 0) as offered, coalesce(h.n, 0) as held
      from opening o
      left join (select opening_id, count(*)::int as n from booking where state = 'booked' group by 1) b on b.opening_id = o.id
      left join (select opening_id, count(*)::int as n from offer where state = 'open' group by 1) f on f.opening_id = o.id
      left join (select opening_id, count(*)::int as n from seat where hold_until > ${now} group by 1) h on h.opening_id = o.id) each group by office`.execute(open.db);
  return new Map(rows.map(({ office: name, seats }) => [name, JSON.stringify(JSON.parse(seats))]));
};

const run = async (first: number, last: number): Promise<Record<string, number>> => {
  const all = await worlds(first, last);
  const roll = random(first + 7);
  const statuses: Record<string, number> = {};
  let minutes = 0;
  for (let step = 0; step < steps; step++) {
    const now = new Date(begin + minutes * minute);
    const one = async (world: World) => {
      if (step >= lengthOf(world.seed)) return;
      for (const op of next(world, step)) {
        const [is, should] = [await act(world, op, now), world.oracle.act(op, minutes)];
        world.said.push(`${minutes}: ${JSON.stringify(op)} ${is}`);
        if (is !== should) throw new Error(`seed ${world.seed}: ${should} was expected\n${world.said.join("\n")}`);
        statuses[`${op.do}: ${is}`] = (statuses[`${op.do}: ${is}`] ?? 0) + 1;
      }
    };
    const share = (_: unknown, i: number) => all.filter(({ index }) => index % connections === i);
    await Promise.all(Array.from({ length: connections }, share).map(async (some) => { for (const world of some) await one(world); }));
    minutes += [1, 6, 11, 61][roll(4)]!;
    const after = new Date(begin + minutes * minute);
    if (roll(2) === 0) {
      await sweep(open.db, rules, after);
      for (const { oracle } of all) oracle.sweep(minutes);
    }
    const seats = await counted(after);
    for (const { index, seed, oracle, said } of all) {
      const [is, should] = [seats.get(`w${index}`), oracle.state(minutes)];
      if (is !== should) throw new Error(`seed ${seed}: ${should} was expected, not ${is}\n${said.join("\n")}`);
    }
  }
  return statuses;
};

/** PostgreSQL plans a statement several times faster than its build for WebAssembly does. */
const runs = [
  { kind: "PostgreSQL", sequences: wanted, url: () => createDatabase(inject("postgresUrl")) },
  { kind: "PGlite", sequences: Math.ceil(wanted / 25), url: () => undefined },
];

describe("appointments beside a naive oracle", () => {
  it.each(runs)("no sequence of $sequences on $kind loses an opening, gives it twice, or answers otherwise", async ({ kind, sequences, url }) => {
    await start(await url());
    const totals: Record<string, number> = {};
    for (let first = 0; first < sequences; first += together) {
      for (const [name, count] of Object.entries(await run(first, sequences))) totals[name] = (totals[name] ?? 0) + count;
    }
    console.log("sequences:", sequences, kind, JSON.stringify(totals));
    if (sequences < 1000) return;
    const seen = ["hold: held", "hold: taken", "book: booked", "book: hold-over", "book: already-booked", "cancel: cancelled", "change: changed",
      "join: joined", "join: already-booked", "accept: booked", "decline: declined"];
    expect(seen.filter((name) => !totals[name])).toEqual([]);
  }, 1_200_000);
});
