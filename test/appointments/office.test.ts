import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, office, counter, openOffice } from "./stage.ts";

describe.each(databases)("appointments on $kind", ({ environment }) => {
  let stage: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    const south = office({ id: "south", city: "medellin", counters: [counter({ seats: 2 })] });
    stage = await openOffice(await environment(), { offices: [office(), south] });
  });
  afterAll(() => stage.service.close());

  it("has the openings of its hours, each once however often they are written, and none that was", async () => {
    const before = await stage.openings({ limit: 500 });
    expect(before.map(({ time }) => time).slice(0, 4)).toEqual(["08:00", "08:00", "09:00", "09:00"]);
    expect(new Set(before.map(({ day }) => day)).size).toBe(8);
    expect(before.every(({ startsAt }) => startsAt > stage.now())).toBe(true);
    expect(await stage.service.appointmentJobs.prepare()).toBe(0);
    expect(await stage.openings({ limit: 500 })).toEqual(before);
    expect(before.filter(({ office: id }) => id === "south").every(({ free }) => free === 2)).toBe(true);
  });

  it("holds a seat for a while, for one conversation only, and then no more", async () => {
    const [ana, luis] = [await stage.citizen(), await stage.citizen()];
    const [first, second] = (await stage.openings()).filter(({ office: id }) => id === "north");
    expect(await ana.hold(first!.id)).toMatchObject({ status: "held", opening: { id: first!.id }, until: new Date(stage.now().getTime() + 600_000) });
    expect(await luis.hold(first!.id)).toEqual({ status: "taken" });
    expect((await stage.openings()).map(({ id }) => id)).not.toContain(first!.id);
    expect((await ana.hold(second!.id)).status).toBe("held");
    expect((await luis.hold(first!.id)).status).toBe("held");
    stage.pass(11);
    expect((await stage.openings()).map(({ id }) => id)).toContain(first!.id);
    expect(await ana.bookHeld()).toEqual({ status: "hold-over" });
    expect(await luis.hold("999999999")).toEqual({ status: "taken" });
    expect(await luis.hold("other")).toEqual({ status: "taken" });
    expect(await luis.hold(first!.id, "pasaporte")).toEqual({ status: "taken" });
  });

  it("bounds the holds of one address", async () => {
    const free = (await stage.openings({ limit: 50 })).slice(0, 4);
    const citizens = await Promise.all(free.map(() => stage.citizen()));
    const results = [];
    for (const [i, opening] of free.entries()) results.push((await citizens[i]!.hold(opening.id, "ppt", "192.0.2.7")).status);
    expect(results).toEqual(["held", "held", "held", "too-many"]);
    stage.pass(11);
  });

  it("books once a document and service, found by number and code alone", async () => {
    const ana = await stage.citizen("es", { email: "ana@example.test" });
    const [first, second] = await stage.openings();
    const { booking, code } = await ana.book(first!.id);
    await ana.hold(second!.id);
    expect(await ana.bookHeld()).toEqual({ status: "already-booked" });
    expect((await ana.book(second!.id, "ppt-duplicate")).booking.service).toBe("ppt-duplicate");

    const prove = (number: string, secret: string) => stage.appointments.prove(stage.db, { number, code: secret, who: ana.conversationId, now: stage.now() });
    expect(await prove(booking.number.toLowerCase().replace("-", " "), code.replace("-", "").toLowerCase())).toMatchObject({ status: "found", booking: { id: booking.id } });
    expect(await prove(booking.number, "AAAA-AAAA")).toEqual({ status: "unknown" });
    expect(await prove("A999999-AA", code)).toEqual({ status: "unknown" });
    const tries = await Promise.all(Array.from({ length: 10 }, () => prove(booking.number, "AAAA-AAAA")));
    expect(tries.map(({ status }) => status)).toContain("too-many-tries");
  });

  it("keeps of a document a keyed hash and its last signs", async () => {
    const ana = await stage.citizen("es", { document: "PA XK998877" });
    const { booking } = await ana.book((await stage.openings())[0]!.id);
    const row = await stage.db.selectFrom("booking").selectAll().where("id", "=", booking.id).executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("998877");
    expect(row.document_ending).toBe("877");
    expect(row.code_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("changes twice, not three times, not late and not to another service", async () => {
    stage.at("2026-02-03T12:00");
    await stage.service.appointmentJobs.prepare();
    const ana = await stage.citizen();
    const far = (await stage.openings({ limit: 100 })).filter(({ day }) => day >= "2026-02-09");
    const { booking } = await ana.book(far[0]!.id);
    const change = (opening: string) => ana.inTurn((trx) => stage.appointments.change(trx, { booking: booking.id, opening, conversationId: ana.conversationId, now: stage.now() }));
    expect(await change(far[1]!.id)).toMatchObject({ status: "changed", booking: { sequence: 1, changesLeft: 1, uid: booking.uid, number: booking.number } });
    expect((await stage.openings({ limit: 100 })).map(({ id }) => id)).toContain(far[0]!.id);
    expect((await change(far[1]!.id)).status).toBe("taken");
    expect((await change(far[2]!.id)).status).toBe("changed");
    expect((await change(far[3]!.id)).status).toBe("no-changes-left");
    const luis = await stage.citizen();
    const soon = await luis.book((await stage.openings())[0]!.id);
    const late = await luis.inTurn((trx) => stage.appointments.change(trx, { booking: soon.booking.id, opening: far[4]!.id, now: stage.now() }));
    expect(late.status).toBe("too-late");
  });

  it("gives what is cancelled to the wait-list in order, for a time, then to the next", async () => {
    const [ana, first, second] = [await stage.citizen(), await stage.citizen(), await stage.citizen("en")];
    const opening = (await stage.openings({ limit: 100 })).find(({ office: id, day }) => id === "north" && day >= "2026-02-10")!;
    const { booking } = await ana.book(opening.id);
    const join = (who: typeof ana) => who.inTurn((trx) => stage.appointments.join(trx, { office: "north", service: "ppt", person: who.person, reach: who.reach, now: stage.now() }));
    expect(await join(first)).toEqual({ status: "joined", position: 1 });
    expect(await join(first)).toEqual({ status: "already-listed" });
    expect(await join(second)).toEqual({ status: "joined", position: 2 });
    expect(await join(ana)).toEqual({ status: "already-booked" });
    const cancel = () => ana.inTurn((trx) => stage.appointments.cancel(trx, { booking: booking.id, now: stage.now() }));
    expect(await cancel()).toMatchObject({ status: "cancelled", booking: { sequence: 1, cancelledBy: "citizen" } });
    expect(await cancel()).toEqual({ status: "not-live" });
    expect((await stage.openings({ limit: 100 })).map(({ id }) => id)).not.toContain(opening.id);

    const offerTo = (who: typeof ana) => stage.appointments.offer(stage.db, who.conversationId, stage.now());
    expect(await offerTo(first)).toMatchObject({ opening: { id: opening.id }, why: "list" });
    expect(await offerTo(second)).toBeUndefined();
    await stage.tick();
    expect(await first.refs()).toEqual(["appointments.notice.offer-list"]);
    stage.pass(61);
    await stage.tick();
    await stage.tick();
    expect(await first.refs()).toEqual(["appointments.notice.offer-list", "appointments.notice.offer-passed"]);
    const offer = (await offerTo(second))!;
    const accept = (who: typeof ana) => who.inTurn((trx) => stage.appointments.accept(trx, { offer: offer.id, conversationId: who.conversationId, now: stage.now() }));
    expect(await accept(first)).toEqual({ status: "hold-over" });
    expect(await accept(second)).toMatchObject({ status: "booked", booking: { opening: { id: opening.id } } });
    expect(await accept(second)).toEqual({ status: "hold-over" });
  });
});
