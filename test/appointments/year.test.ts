import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawFault, type Published } from "../../src/appointments/draw.ts";
import type { Locale } from "../../src/locale.ts";
import { counter, databases, office, openOffice } from "./stage.ts";

const sundays = { kind: "weekly", weekday: "sun", time: "17:00", weeksBefore: 1 } as const;
const drawn = { kind: "weekly", weekday: "fri", time: "12:00", weeksBefore: 2, drawHours: 48 } as const;
const hours = { week: { tue: [["08:00", "10:00"]], thu: [["08:00", "10:00"]] }, exceptions: [] } satisfies ReturnType<typeof counter>["hours"];

const offices = [office({
  counters: [counter({ hours, release: sundays }), counter({ id: "refuge", services: ["refugio"], seats: 1, hours, release: drawn })],
})];

type Stage = Awaited<ReturnType<typeof openOffice>>;
type Citizen = Awaited<ReturnType<Stage["citizen"]>>;

describe.each(databases)("a year of appointments on $kind", ({ kind, environment }) => {
  let stage: Stage;
  const log: string[] = [];
  const told = new Map<string, number>();
  const note = (line: string) => log.push(`${stage.now().toISOString().slice(0, 16)}  ${line}`);
  /** Moves the clock and lets the jobs run; what each citizen hears is written down. */
  const at = async (instant: string, ...citizens: [string, Citizen][]) => {
    stage.at(instant);
    await stage.tick();
    for (const [name, citizen] of citizens) {
      const heard = (await citizen.heard()).filter(({ ref }) => ref.startsWith("appointments."));
      for (const { text } of heard.slice(told.get(name) ?? 0)) note(`to ${name}: ${text}`);
      told.set(name, heard.length);
    }
  };
  const offerOf = (citizen: Citizen) => stage.appointments.offer(stage.db, citizen.conversationId, stage.now());
  const join = (citizen: Citizen) => citizen.inTurn((trx) =>
    stage.appointments.join(trx, { office: "north", service: "ppt", person: citizen.person, reach: citizen.reach, now: stage.now() }));

  beforeAll(async () => { stage = await openOffice(await environment(), { offices }); });
  afterAll(async () => {
    if (kind === "pglite") console.log(`transcript:\n${log.join("\n")}`);
    await stage.service.close();
  });

  it.each<Locale>(["es", "en"])("release, hold, reminders, wait-list and a cancelled day, in %s", async (locale) => {
    const es = locale === "es";
    /** Weeks apart, so that each language has openings of its own; the first is a week with a holiday on its Monday. */
    const day = (spanish: string, english: string) => (es ? spanish : english);
    const name = (who: string) => `${who} (${locale})`;
    const [ana, luis, eva] = [await stage.citizen(locale), await stage.citizen(locale), await stage.citizen(locale)];
    const all: [string, Citizen][] = [[name("Ana"), ana], [name("Luis"), luis], [name("Eva"), eva]];

    await at(day("2026-02-15T16:59", "2026-05-17T16:59"), ...all);
    expect((await stage.openings()).filter(({ day: on }) => on > day("2026-02-15", "2026-05-17"))).toEqual([]);
    const release = stage.appointments.nextRelease("ppt", undefined, stage.now());
    expect(release).toMatchObject({ office: "north", from: day("2026-02-17", "2026-05-19"), to: day("2026-02-19", "2026-05-21") });
    note(`${locale}: nothing can be seen; the next release is told for ${release!.at.toISOString()}`);

    await at(day("2026-02-15T17:00", "2026-05-17T17:00"), ...all);
    const openings = await stage.openings();
    expect(openings.map(({ day: on, time }) => `${on} ${time}`)).toEqual(
      [day("2026-02-17", "2026-05-19"), day("2026-02-19", "2026-05-21")].flatMap((on) => [`${on} 08:00`, `${on} 09:00`]));
    const last = openings.at(-1)!;
    note(`${locale}: released, ${openings.length} openings`);

    expect((await ana.hold(last.id)).status).toBe("held");
    expect((await luis.hold(last.id)).status).toBe("taken");
    await at(day("2026-02-15T17:11", "2026-05-17T17:11"), ...all);
    expect((await ana.bookHeld()).status).toBe("hold-over");
    const { booking } = await luis.book(last.id);
    note(`${locale}: Ana's hold is over; Luis has booked ${booking.number} for ${last.day} ${last.time}`);
    for (const opening of openings.slice(0, 3)) await (await stage.citizen(locale)).book(opening.id);
    expect(await stage.openings()).toEqual([]);
    expect(await join(ana)).toEqual({ status: "joined", position: 1 });
    expect(await join(eva)).toEqual({ status: "joined", position: 2 });

    await at(day("2026-02-16T06:59", "2026-05-18T06:59"), ...all);
    await at(day("2026-02-16T08:30", "2026-05-18T08:30"), ...all);
    expect(await luis.refs()).toEqual([]);
    await at(day("2026-02-16T09:00", "2026-05-18T09:00"), ...all);
    expect(await luis.refs()).toEqual(["appointments.notice.reminder"]);
    await at(day("2026-02-17T09:00", "2026-05-19T09:00"), ...all);
    expect(await luis.refs()).toHaveLength(1);

    await luis.inTurn((trx) => stage.appointments.cancel(trx, { booking: booking.id, now: stage.now() }));
    note(`${locale}: Luis cannot go`);
    await at(day("2026-02-17T09:01", "2026-05-19T09:01"), ...all);
    expect(await ana.refs()).toEqual(["appointments.notice.offer-list"]);
    await at(day("2026-02-17T10:02", "2026-05-19T10:02"), ...all);
    await at(day("2026-02-17T10:03", "2026-05-19T10:03"), ...all);
    expect(await ana.refs()).toEqual(["appointments.notice.offer-list", "appointments.notice.offer-passed"]);
    const offer = (await offerOf(eva))!;
    expect(offer.opening.id).toBe(last.id);
    expect((await eva.inTurn((trx) => stage.appointments.accept(trx, { offer: offer.id, conversationId: eva.conversationId, now: stage.now() }))).status).toBe("booked");
    note(`${locale}: Eva takes it`);

    // The night before, a flood: what is urgent is told at once, the rest in the morning.
    stage.at(day("2026-02-18T22:00", "2026-05-20T22:00"));
    const done = await stage.service.officeWork.cancelDay({ office: "north", day: last.day, reason: "flood" });
    expect(done).toEqual({ cancelled: 2, offered: 0 });
    note(`${locale}: the office cancels ${last.day}`);
    await at(day("2026-02-18T22:01", "2026-05-20T22:01"), ...all);
    expect((await eva.refs()).at(-1)).toBe("appointments.notice.day-cancelled");
    expect(await stage.openings()).toEqual([]);
    await at(day("2026-02-22T17:01", "2026-05-24T17:01"), ...all);
    expect((await eva.refs()).at(-1)).toBe("appointments.notice.offer-moved");
    const moved = (await offerOf(eva))!;
    expect(moved).toMatchObject({ why: "moved", service: "ppt" });
    expect((await eva.inTurn((trx) => stage.appointments.accept(trx, { offer: moved.id, conversationId: eva.conversationId, now: stage.now() }))).status).toBe("booked");
    note(`${locale}: Eva takes ${moved.opening.day} ${moved.opening.time}`);
    const heard = await eva.heard();
    expect(heard.filter(({ ref }) => ref.startsWith("appointments.")).every((reply) => reply.locale === locale)).toBe(true);
    expect(new Set(await eva.refs()).size).toBe((await eva.refs()).length);
  });

  it("tells a reminder at night only in the morning, and each once however often the jobs run", async () => {
    await at("2026-06-28T17:05");
    const ana = await stage.citizen();
    await ana.book((await stage.openings()).find(({ day, time }) => day === "2026-07-02" && time === "08:00")!.id);
    for (const instant of ["2026-06-29T07:59", "2026-06-29T08:00", "2026-06-29T08:01", "2026-06-30T23:00", "2026-07-01T06:59"]) await at(instant, ["Ana (3)", ana]);
    expect(await ana.refs()).toEqual(["appointments.notice.reminder"]);
    for (const instant of ["2026-07-01T08:00", "2026-07-01T08:01", "2026-07-02T07:00"]) await at(instant, ["Ana (3)", ana]);
    expect(await ana.refs()).toEqual(["appointments.notice.reminder", "appointments.notice.reminder"]);
  });

  it("draws scarce openings among those who entered, and offers them in that order", async () => {
    await at("2026-09-09T11:00");
    expect(stage.appointments.draws("refugio", stage.now())).toEqual([]);
    await at("2026-09-09T12:00");
    const [draw] = stage.appointments.draws("refugio", stage.now());
    expect(draw).toMatchObject({ from: "2026-09-21", to: "2026-09-27" });
    const entered = await Promise.all(Array.from({ length: 6 }, () => stage.citizen()));
    for (const each of entered) {
      const enter = () => each.inTurn((trx) => stage.appointments.enter(trx, { draw: draw!, person: each.person, reach: each.reach, now: stage.now() }));
      expect((await enter()).status).toBe("joined");
      expect((await enter()).status).toBe("already-listed");
    }
    const before = await stage.db.selectFrom("draw").select(["commitment", "published"]).where("id", "=", draw!.id).executeTakeFirstOrThrow();
    expect(before.published).toBeNull();
    await at("2026-09-11T12:00");
    const offers = await Promise.all(entered.map((each) => offerOf(each)));
    expect(offers.filter((offer) => offer?.why === "draw")).toHaveLength(4);
    const published = (await stage.appointments.draw(stage.db, draw!.id))!;
    expect(published).toMatchObject({ commitment: before.commitment });
    expect(drawFault(published as Published)).toBeUndefined();
    const seen = async () => (await stage.openings({ service: "refugio" })).filter(({ day }) => day >= draw!.from);
    expect(await seen()).toEqual([]);
    const first = offers.findIndex((offer) => offer !== undefined);
    await entered[first]!.inTurn((trx) => stage.appointments.decline(trx, { offer: offers[first]!.id, conversationId: entered[first]!.conversationId, now: stage.now() }));
    await at("2026-09-11T12:01");
    expect((await Promise.all(entered.map((each) => offerOf(each)))).filter(Boolean)).toHaveLength(4);
    await at("2026-09-13T12:00");
    expect((await seen()).length).toBeGreaterThan(0);
  });

  it("forgets who came when the retention is over", async () => {
    await at("2026-12-30T12:00");
    const kept = () => stage.db.selectFrom("booking").select("id").where("forgotten_at", "is", null).execute();
    expect((await kept()).length).toBeGreaterThan(0);
    expect(await stage.service.appointmentJobs.forget()).toBeGreaterThan(0);
    expect(await kept()).toEqual([]);
    const rows = await stage.db.selectFrom("booking").selectAll().execute();
    expect(rows.every(({ name, email, document_hash, code_hash, conversation_id }) => [name, email, document_hash, code_hash, conversation_id].every((each) => each === null))).toBe(true);
  });
});
