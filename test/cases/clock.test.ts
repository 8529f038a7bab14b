import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases } from "../desk/stage.ts";
import { consents, openCases, type Stage } from "./stage.ts";

describe.each(databases)("the clock of a case, on $kind", ({ environment }) => {
  let stage: Stage;
  beforeAll(async () => { stage = await openCases(await environment()); }, 300_000);
  beforeEach(() => { stage.at("2026-11-23T10:00"); });
  afterAll(() => stage.service.close());

  it("begins with the radicado, and says so", async () => {
    const { at, file, cases, db } = stage;
    expect(await file()).toMatchObject({ radicadoOn: "2026-11-23", dueOn: "2026-12-15", termDays: 15 });
    at("2026-11-21T22:15");
    const night = await file({ kind: "petition-information" });
    expect(night).toMatchObject({ radicadoOn: "2026-11-23", dueOn: "2026-12-07", filedAt: new Date("2026-11-22T03:15:00Z") });
    expect(await cases.preview(db, "petition-information", stage.now())).toEqual({ radicadoOn: "2026-11-23", dueOn: "2026-12-07", termDays: 10 });
    expect(await file({ kind: "compliment" })).toMatchObject({ dueOn: null, termDays: null });
    const [said] = await cases.said.computation(db, night.id);
    expect(said).toMatchObject({ key: "case.computation.all", params: { due: { date: "2026-12-07" } } });
    const days = (said as unknown as { params: { days: { both: Record<string, string> } } }).params.days.both;
    for (const locale of ["es", "en"]) expect(days[locale]!.split("\n")).toHaveLength(15);
    expect(days["en"]).not.toBe(days["es"]);
  });

  it("takes the instant that the medium recorded", async () => {
    const { file, at } = stage;
    at("2026-11-24T09:00");
    expect(await file({ receivedAt: new Date("2026-11-23T16:30:00-05:00") })).toMatchObject({ radicadoOn: "2026-11-23", dueOn: "2026-12-15" });
  });

  it("is extended only before the term ends, with its reason, to double at most", async () => {
    const { at, given, cases, member, conversation, row, tell } = stage;
    const officer = await member("case-officer");
    const { conversationId, heard } = await conversation("en");
    const { id } = await given(officer, { conversationId, locale: "en" });
    expect(await cases.work.extend(id, officer, { days: 16, reason: "r" })).toEqual({ refused: "over-double", by: "15" });
    at("2026-12-15T16:00");
    expect(await cases.work.extend(id, officer, { days: 10, reason: "The archive is slow" })).toEqual({ dueOn: "2026-12-30" });
    expect(await cases.work.extend(id, officer, { days: 6, reason: "r" })).toEqual({ refused: "over-double", by: "5" });
    at("2026-12-31T09:00");
    expect(await cases.work.extend(id, officer, { days: 5, reason: "r" })).toEqual({ refused: "expired", by: "2026-12-30" });
    expect(await row(id)).toMatchObject({ due_on: "2026-12-30", extra_days: 10 });
    await tell();
    const last = (await heard()).at(-1)!;
    expect(last.ref).toBe("case.notice.extended");
    expect(last.text).toContain("The archive is slow");
    const praise = await given(officer, { kind: "compliment" });
    expect(await cases.work.extend(praise.id, officer, { days: 1, reason: "r" })).toEqual({ refused: "no-term" });
  });

  it("flags a transfer from the sixth day on, and counts for the other authority from its receipt", async () => {
    const { at, given, cases, member, row, conversation, tell } = stage;
    const officer = await member("case-officer");
    const { conversationId, heard } = await conversation();
    const [inTime, late] = [await given(officer), await given(officer, { conversationId })];
    at("2026-11-30T16:00");
    expect(await cases.work.ask.transfer(inTime.id, officer, { to: "Cancillería", letter: "Traslado" })).toEqual({ late: false, days: 5 });
    at("2026-12-01T08:00");
    expect(await cases.work.ask.transfer(late.id, officer, { to: "Cancillería", letter: "Le trasladamos esta petición." })).toEqual({ late: true, days: 6 });
    expect(await row(late.id)).toMatchObject({ state: "transferred", transfer_late: true });
    at("2026-12-04T08:00");
    expect(await cases.work.received(late.id, officer, "2026-11-30")).toMatchObject({ refused: "wrong-state" });
    expect(await cases.work.received(late.id, officer, "2026-12-04")).toEqual({ dueOn: "2026-12-29" });
    await tell();
    const said = (await heard()).slice(-2);
    expect(said.map(({ ref }) => ref)).toEqual(["case.notice.transferred", "case.notice.transfer-received"]);
    expect(said[0]!.text).toContain("Le trasladamos esta petición.");
  });

  it("stands still while something is missing, and begins anew when it comes", async () => {
    const { at, given, cases, member, row, citizen, tell, conversation, did } = stage;
    const officer = await member("case-officer");
    const { conversationId, heard } = await conversation();
    const { id } = await given(officer, { conversationId });
    at("2026-12-01T10:00");
    expect(await cases.work.ask.completion(id, officer, "Copia del pasaporte")).toEqual({ until: "2027-01-04" });
    expect(await row(id)).toMatchObject({ state: "awaiting-completion", due_on: null });
    at("2026-12-18T10:00");
    expect(await citizen((trx) => cases.citizen.add(trx, id, { text: "Aquí está", files: [] }, stage.now()))).toEqual({ done: true });
    expect(await row(id)).toMatchObject({ state: "assigned", counts_from: "2026-12-18", due_on: "2027-01-13", ask_until: null });
    expect(await did(id)).toEqual(["filed", "assigned", "completion-asked", "completed"]);
    await tell();
    expect((await heard()).map(({ ref }) => ref).slice(-2)).toEqual(["case.notice.completion-asked", "case.notice.completed"]);
  });

  it("lets what is missing be asked for within ten days only", async () => {
    const { at, given, cases, member } = stage;
    const officer = await member("case-officer");
    const { id } = await given(officer);
    at("2026-12-09T08:00");
    expect(await cases.work.ask.completion(id, officer, "x")).toEqual({ refused: "too-late" });
  });

  it("ends what was not completed in its month, by itself, with the notice; more time is given once", async () => {
    const { at, given, cases, member, row, citizen, sweep, tell, conversation, did } = stage;
    const officer = await member("case-officer");
    const { conversationId, heard } = await conversation();
    const [left, longer] = [await given(officer, { conversationId }), await given(officer)];
    for (const { id } of [left, longer]) await cases.work.ask.completion(id, officer, "Copia del pasaporte");
    at("2026-12-23T23:00");
    await sweep();
    expect(await row(left.id)).toMatchObject({ state: "awaiting-completion", ask_until: "2026-12-23" });
    const more = () => citizen((trx) => cases.citizen.askMoreTime(trx, longer.id, stage.now()));
    expect(await more()).toEqual({ until: "2027-01-25" });
    expect(await more()).toEqual({ refused: "over-double" });
    at("2026-12-24T00:01");
    expect((await Promise.all([sweep(), sweep()])).reduce((sum, { ended }) => sum + ended, 0)).toBe(1);
    expect(await row(left.id)).toMatchObject({ state: "withdrawn-tacitly" });
    expect(await row(longer.id)).toMatchObject({ state: "awaiting-completion" });
    await tell();
    const last = (await heard()).at(-1)!;
    expect(last.ref).toBe("case.notice.withdrawn-tacitly");
    expect(last.text).toContain("Copia del pasaporte");
    expect(await did(left.id)).toEqual(["filed", "assigned", "completion-asked", "withdrawn-tacitly"]);
    expect(await citizen((trx) => cases.citizen.add(trx, left.id, { text: "tarde", files: [] }, stage.now()))).toEqual({ refused: "wrong-state", by: "withdrawn-tacitly" });
  });

  it("files away what was not made clear within ten days", async () => {
    const { at, given, cases, member, row, sweep } = stage;
    const officer = await member("case-officer");
    const { id } = await given(officer);
    expect(await cases.work.ask.clarification(id, officer, "¿Qué certificado?")).toEqual({ until: "2026-12-07" });
    at("2026-12-07T20:00");
    await sweep();
    expect((await row(id)).state).toBe("awaiting-clarification");
    at("2026-12-08T00:10");
    await sweep();
    expect((await row(id)).state).toBe("archived");
  });

  it("is suspended and goes on with the days that were left", async () => {
    const { at, given, cases, member, row } = stage;
    const officer = await member("case-officer");
    const { id } = await given(officer);
    at("2026-11-25T10:00");
    await cases.work.suspend(id, officer, { norm: "Resolución 9", reason: "Traslado de archivo" });
    expect(await row(id)).toMatchObject({ state: "suspended", due_on: null });
    at("2026-12-02T10:00");
    // Two days had counted; thirteen go on from Thursday 3 December.
    expect(await cases.work.resume(id, officer, "Terminó")).toEqual({ dueOn: "2026-12-22" });
    expect(await cases.work.resume(id, officer, "otra vez")).toMatchObject({ refused: "wrong-state" });
  });

  it("moves with a civic day, and all holders are told why; a day that was wrong is taken back", async () => {
    const { at, given, cases, member, row, tell, conversation, db } = stage;
    const [officer, administrator] = [await member("case-officer"), await member("administrator")];
    const { conversationId, heard } = await conversation();
    const person = { name: "Ana Ruiz", email: "ana@example.org" };
    const [open, before, closed] = [
      await given(officer, { conversationId, identity: { is: "named", person }, consents }), await given(officer, { kind: "petition-information" }), await given(officer),
    ];
    await cases.work.ask.transfer(closed.id, officer, { to: "Otra", letter: "x" });
    expect(await cases.civic.preview("2026-12-14")).toEqual({ moves: expect.any(Number) as number });
    const given14 = { day: "2026-12-14", norm: "Decreto 100 de 2026", es: "Día cívico de la ciudad", en: "Civic day of the city" };
    expect(await cases.civic.add(administrator, { ...given14, day: "2026-12-08" })).toEqual({ refused: "not-a-business-day" });
    const { moves } = (await cases.civic.preview("2026-12-14")) as { moves: number };
    expect(await cases.civic.add(administrator, given14)).toEqual({ moved: moves });
    expect(moves).toBeGreaterThan(0);
    expect(await cases.civic.add(administrator, given14)).toEqual({ refused: "known-already" });
    expect(await row(open.id)).toMatchObject({ due_on: "2026-12-16" });
    expect((await row(before.id)).due_on).toBe("2026-12-07");
    expect((await row(closed.id)).due_on).toBe("2026-12-15");
    await tell();
    const told = (await heard()).at(-1)!;
    expect(told.ref).toBe("case.notice.moved-by-civic-day");
    expect(told.text).toContain("Día cívico de la ciudad");
    expect(await cases.notifications.of(officer.id)).toMatchObject([{ what: "moved", dueOn: "2026-12-16", case: { id: open.id } }]);
    const detail = await cases.detail(open.id, officer);
    expect("computation" in detail && detail.computation.find(({ why }) => why === "civic")).toMatchObject({ day: "2026-12-14", norm: "Decreto 100 de 2026" });
    expect(await stage.file()).toMatchObject({ dueOn: "2026-12-16" });
    expect(await cases.civic.revoke(administrator, "2026-12-14", "Se derogó")).toMatchObject({ moved: expect.any(Number) as number });
    expect(await row(open.id)).toMatchObject({ due_on: "2026-12-15" });
    expect(await db.selectFrom("civic_day").select(["day", "revoked_reason"]).execute()).toEqual([{ day: "2026-12-14", revoked_reason: "Se derogó" }]);
    at("2026-11-23T11:00");
  });

  it("moves with a civic day also what is filed in the same moment", async () => {
    const { at, file, cases, member, row } = stage;
    const administrator = await member("administrator");
    at("2026-11-24T10:00");
    const some = () => Array.from({ length: 15 }, () => file());
    const [before, , after] = await Promise.all([
      Promise.all(some()), cases.civic.add(administrator, { day: "2026-12-11", norm: "Decreto 8", es: "Día cívico", en: "Civic day" }), Promise.all(some()),
    ]);
    const dues = await Promise.all([...before, ...after].map(async ({ id }) => (await row(id)).due_on));
    expect([...new Set(dues)]).toEqual(["2026-12-17"]);
  });
});
