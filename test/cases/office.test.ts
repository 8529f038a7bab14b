import { randomUUID } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases } from "../desk/stage.ts";
import { startSmtp } from "../support/smtp.ts";
import { startRecords } from "./records.ts";
import { consents, openCases, type Stage } from "./stage.ts";

const secret = "the secret of the records system";
const person = { name: "Ana Lucía Ñáñez", document: { type: "cc", number: "1020304050" }, email: "ana@example.org", phone: "+573001112233" };
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("JFIF")]);

describe.each(databases)("the office of cases, on $kind", ({ environment }) => {
  let stage: Stage;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let records: Awaited<ReturnType<typeof startRecords>>;
  beforeAll(async () => {
    smtp = await startSmtp();
    records = await startRecords(secret);
    stage = await openCases({
      ...(await environment()), SMTP_URL: smtp.url, MAIL_FROM: "Casos <casos@example.gov.co>", CASE_WEBHOOK_URL: records.url, CASE_WEBHOOK_SECRET: secret,
    });
  }, 300_000);
  beforeEach(() => { stage.at("2026-11-23T10:00"); });
  afterAll(async () => {
    await stage.service.close();
    await Promise.all([smtp.close(), records.close()]);
  });
  const find = (radicado: string, code: string, from: string = randomUUID()) => stage.cases.find(stage.db, { radicado, code, from }, stage.now());

  it("alerts officer and supervisor five, three, one day before and on the day, once each, by page and e-mail", async () => {
    const { given, member, sweep, at, service, cases } = stage;
    const [officer, supervisor] = [await member("case-officer"), await member("supervisor")];
    const { id, radicado } = await given(officer);
    for (const day of ["2026-12-04", "2026-12-07", "2026-12-09", "2026-12-10", "2026-12-12", "2026-12-14", "2026-12-15", "2026-12-16"]) {
      at(`${day}T07:00`);
      await Promise.all([sweep(), sweep()]);
    }
    const told = async (who: string) => (await cases.notifications.of(who)).filter((one) => one.case.id === id).map(({ what }) => what).toReversed();
    expect(await told(officer.id)).toEqual(["before-5", "before-3", "before-1", "expiry"]);
    expect(await told(supervisor.id)).toEqual(["before-5", "before-3", "before-1", "expiry"]);
    await Promise.all([service.sendMail(), service.sendMail()]);
    for (const { email } of [officer, supervisor]) expect(smtp.to(email).filter(({ subject }) => subject?.startsWith(radicado))).toHaveLength(4);
    const [newest] = await cases.notifications.of(officer.id);
    await cases.notifications.seen(officer.id, newest!.id);
    expect((await cases.notifications.of(officer.id)).filter(({ seen }) => !seen)).toEqual([]);
  });

  it("files once under a key, numbers without a gap, and takes nothing of what is rolled back", async () => {
    const { file, db, cases, now } = stage;
    const first = await file({ key: "web:1" });
    expect(await file({ key: "web:1", story: "otra" })).toEqual({ ...first, code: undefined, id: first.id });
    await db.transaction().execute(async (trx) => {
      await cases.file(trx, { key: "web:2", channel: "web", locale: "es", kind: "claim", identity: { is: "anonymous" }, story: "x", consents: [], files: [] }, now());
      throw new Error("rolled back");
    }).catch(() => undefined);
    const next = await file({ key: "web:3" });
    const number = (radicado: string) => Number(radicado.split("-")[2]);
    expect(number(next.radicado)).toBe(number(first.radicado) + 1);
    const years = await Promise.all([1, 2, 3, 4, 5].map(() => file()));
    expect(years.map(({ radicado }) => number(radicado)).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6].map((more) => number(first.radicado) + more));
  });

  it("keeps who it is and how to reach them only with their consent, and each consent", async () => {
    const { file, db, cases, member } = stage;
    await expect(file({ identity: { is: "named", person } })).rejects.toThrow("process");
    const noContact = [consents[0]!, { ...consents[1]!, granted: false }];
    const { id } = await file({ identity: { is: "named", person }, consents: noContact, differential: "embarazo" });
    expect(await db.selectFrom("case_person").selectAll().where("case_id", "=", id).executeTakeFirst()).toMatchObject({ name: person.name, email: null, phone: null });
    expect((await stage.row(id)).differential).toBeNull();
    expect(await db.selectFrom("case_consent").select(["purpose", "granted"]).where("case_id", "=", id).orderBy("id").execute()).toEqual([{ purpose: "process", granted: true }, { purpose: "contact", granted: false }]);
    const reserved = await file({ identity: { is: "reserved", person }, consents });
    const [officer, supervisor] = [await member("case-officer"), await member("supervisor")];
    expect(await cases.detail(reserved.id, officer)).toMatchObject({ person: { reserved: true } });
    expect(await cases.detail(reserved.id, supervisor)).toMatchObject({ person: { name: person.name } });
  });

  it("is followed by radicado and code, and by nothing else, in the same words", async () => {
    const { file } = stage;
    const { radicado, code, id } = await file({ identity: { is: "named", person }, consents });
    const found = await find(` ${radicado.toLowerCase().replaceAll("-", " ")}`, code!.toLowerCase().replaceAll("-", ""));
    expect(found).toMatchObject({ status: "found", case: { id, state: "filed", dueOn: "2026-12-15", daysLeft: 15, next: "case.next.filed", may: { add: true, complain: false } } });
    expect(JSON.stringify(found)).not.toContain("Ana");
    const other = await file();
    for (const [number, word] of [[radicado, other.code!], [radicado, ""], ["PQR-2026-999999-BB", code!], ["", ""], [other.radicado, code!]] as const) {
      expect(await find(number, word)).toEqual({ status: "unknown" });
    }
    const kept = await stage.db.selectFrom("case_file").select("code_hash").where("id", "=", id).executeTakeFirstOrThrow();
    expect(kept.code_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("lets nobody guess: so many tries from a place, so many for a radicado", async () => {
    const { file } = stage;
    const { radicado, code } = await file();
    const tries = await Promise.all(Array.from({ length: 12 }, () => find(radicado, "AAAA-AAAA-AAAA")));
    expect(tries.filter(({ status }) => status === "unknown")).toHaveLength(10);
    expect(await find(radicado, code!)).toEqual({ status: "too-many" });
    const from = randomUUID();
    for (let i = 0; i < 20; i++) await find("PQR-2026-000001-BB", "x", from);
    expect(await find((await file()).radicado, "x", from)).toEqual({ status: "too-many" });
  });

  it("answers with four eyes, and tells the person in a conversation they left and by e-mail", async () => {
    const { given, member, cases, conversation, tell, row, service, citizen } = stage;
    const [ana, luis] = [await member("case-officer", "Ana"), await member("case-officer", "Luis")];
    const { conversationId, heard } = await conversation();
    const filed = await given(ana, { conversationId, identity: { is: "named", person }, consents });
    const { work } = cases;
    expect(await work.answer(filed.id, ana)).toMatchObject({ refused: "wrong-state" });
    expect(await work.draft(filed.id, luis, "Soy otro")).toEqual({ refused: "not-allowed" });
    expect(await work.askReview(filed.id, ana)).toEqual({ refused: "no-draft" });
    await work.draft(filed.id, ana, "Su certificado salió el lunes.");
    await work.askReview(filed.id, ana);
    expect(await work.review(filed.id, ana, { approve: true })).toEqual({ refused: "own-draft" });
    expect(await work.review(filed.id, luis, { approve: false, reason: "Falta la fecha" })).toEqual({ done: true });
    const file = await cases.checkFile(jpeg, "../../carta.exe");
    if ("refused" in file) throw new Error(file.refused);
    expect(file).toMatchObject({ type: "image/jpeg", name: "carta.jpg", scan: "not-scanned" });
    await work.attach(filed.id, ana, file);
    await work.draft(filed.id, ana, "Su certificado salió el lunes 23 de noviembre.");
    await work.askReview(filed.id, ana);
    expect(await work.review(filed.id, luis, { approve: true })).toEqual({ done: true });
    expect(await work.answer(filed.id, ana)).toEqual({ done: true });
    expect(await row(filed.id)).toMatchObject({ state: "answered", answer: "Su certificado salió el lunes 23 de noviembre." });
    await Promise.all([tell(), tell()]);
    expect((await heard()).filter(({ ref }) => ref === "case.notice.answered")).toHaveLength(1);
    await service.sendMail();
    expect(smtp.to(person.email).map(({ subject }) => subject).filter((subject) => subject?.includes(filed.radicado))).toHaveLength(2);
    const { case: seen } = (await find(filed.radicado, filed.code!)) as { case: { answer: { files: { id: string }[] } } };
    expect(seen).toMatchObject({ state: "answered", may: { add: false, complain: true, rate: true }, answer: { files: [{ name: "carta.jpg", type: "image/jpeg" }] } });
    expect((await cases.answerFile(stage.db, filed.id, seen.answer.files[0]!.id))!.bytes.length).toBe(jpeg.length);
    expect(await citizen((trx) => cases.citizen.rate(trx, filed.id, false, stage.now()))).toEqual({ done: true });
    expect(await citizen((trx) => cases.citizen.rate(trx, filed.id, true, stage.now()))).toMatchObject({ refused: "wrong-state" });
    const claim = await stage.file({ kind: "claim", about: filed.id });
    expect(await cases.detail(claim.id, luis)).toMatchObject({ about: { radicado: filed.radicado } });
    expect((await stage.did(filed.id)).slice(-3)).toEqual(["answered", "rated", "complained"]);
  });

  it("answers more than ten alike at once, not ten, and not by one person alone", async () => {
    const { file, member, cases, row } = stage;
    const [officer, supervisor] = [await member("case-officer"), await member("supervisor")];
    const alike = [];
    for (let i = 0; i < 11; i++) alike.push(await file({ kind: "petition-information", story: `¿Cuándo abre la oficina de Cali? ${i}`, locale: i % 2 ? "en" : "es" }));
    const ids = alike.map(({ id }) => id);
    const propose = (some: string[]) => cases.work.together.propose(officer, { cases: some, es: "El lunes.", en: "On Monday." });
    expect(await propose(ids.slice(1))).toEqual({ refused: "too-few", by: "10" });
    expect(await propose([...ids.slice(1), (await file({ kind: "claim" })).id])).toEqual({ refused: "not-alike" });
    const proposed = await propose(ids);
    if ("refused" in proposed) throw new Error(proposed.refused);
    expect(await cases.work.together.approve(proposed.id, officer)).toEqual({ refused: "own-draft" });
    expect(await cases.work.together.approve(proposed.id, supervisor)).toEqual({ answered: 11 });
    expect((await Promise.all(ids.map(row))).map(({ answer }) => answer)).toEqual(ids.map((_, i) => (i % 2 ? "On Monday." : "El lunes.")));
    expect(await cases.work.together.approve(proposed.id, supervisor)).toMatchObject({ refused: "wrong-state" });
  });

  it("shows what may be the same case: one person's, or told alike", async () => {
    const { file, cases, member } = stage;
    const story = "El funcionario de la ventanilla tres me gritó cuando pregunté por mi pasaporte";
    const named = { identity: { is: "named" as const, person: { ...person, document: { type: "CC", number: "1.020.304.051" } } }, consents };
    const first = await file({ ...named, story });
    const again = await file({ ...named, identity: { ...named.identity, person: { ...person, document: { type: "cc", number: "1020304051" } } }, story: `${story}, otra vez` });
    await file({ story: "No encuentro dónde se paga la apostilla" });
    const detail = await cases.detail(again.id, await member("supervisor"));
    expect("duplicates" in detail && detail.duplicates.map(({ radicado, samePerson }) => [radicado, samePerson])).toEqual([[first.radicado, true]]);
  });

  it("mails the receipt once, again after a refusal for now, and keeps no address of what went", async () => {
    const { file, service, db, at } = stage;
    await service.sendMail();
    smtp.refuse(451);
    const to = { ...person, email: "once@example.org" };
    const { radicado, receipt } = await file({ identity: { is: "named", person: to }, consents, story: "Café, niño y 张", missing: ["address"] });
    await service.sendMail();
    expect(smtp.to(to.email)).toEqual([]);
    at("2026-11-23T12:00");
    await Promise.all([service.sendMail(), service.sendMail()]);
    const [letter, ...more] = smtp.to(to.email);
    expect(more).toEqual([]);
    expect(letter!.attachments.map(({ contentType, filename }) => [contentType, filename])).toEqual([["application/pdf", `${radicado}.pdf`]]);
    expect(await db.selectFrom("mail").select("id").where("state", "=", "sent").where("recipient", "is not", null).execute()).toEqual([]);
    const text = await textOf(letter!.attachments[0]!.content);
    for (const part of [radicado, person.name, "1020304050", "23 de noviembre de 2026", "10:00", "Café, niño y ?", "correo o dirección", "15 de diciembre"]) expect(text).toContain(part);
    const raw = letter!.attachments[0]!.content.toString("latin1");
    for (const mark of ["/StructTreeRoot", "/Marked true", "/Lang (es-CO)", "/DisplayDocTitle true"]) expect(raw).toContain(mark);
    const tags = await tagsOf(letter!.attachments[0]!.content);
    expect([tags.filter((tag) => tag === "H1").length, tags.filter((tag) => tag === "H2").length]).toEqual([1, 9]);
    const token = receipt.split("/").at(-1)!;
    expect((await stage.cases.receiptAt(radicado, token, "en"))!.name).toBe(`${radicado}.pdf`);
    expect(await stage.cases.receiptAt(radicado, token.replace(/.$/, token.endsWith("0") ? "1" : "0"))).toBeUndefined();
    expect(await stage.cases.receiptAt("PQR-2026-000002-BB", token)).toBeUndefined();
  });

  it("tells records systems in order, signed, again after a fault, and follows no redirect", async () => {
    const { file, service, at } = stage;
    for (let i = 0; i < 3; i++) await service.caseJobs.webhook();
    const before = records.asked.length;
    records.answer({ status: 302, location: `${records.url}/elsewhere` }, { status: 500 });
    const { radicado } = await file({ identity: { is: "named", person }, consents });
    await file();
    for (const minute of ["12:30", "12:31", "12:33"]) {
      at(`2026-11-23T${minute}`);
      await service.caseJobs.webhook();
    }
    expect(records.asked.slice(before)).toEqual(["/hook", "/hook", "/hook", "/hook"]);
    expect(records.told.slice(-2).map(({ event }) => event)).toEqual(["filed", "filed"]);
    expect(records.told.at(-2)!.case).toMatchObject({ radicado, dueOn: "2026-12-15" });
    expect(JSON.stringify(records.told)).not.toContain(person.name);
  });

  it("forgets nothing: the database refuses to change what happened and to delete a case", async () => {
    const { file, db } = stage;
    const { id } = await file();
    await expect(db.updateTable("case_event").set({ did: "noted" }).where("case_id", "=", id).execute()).rejects.toThrow("only grows");
    for (const table of ["case_event", "case_consent", "case_note", "case_attachment", "case_addition", "case_file", "case_draft", "civic_day"] as const) {
      await expect(db.deleteFrom(table).execute()).rejects.toThrow("only grows");
    }
  });

  it("exports tables in which no cell runs, and who may read a case is asked", async () => {
    const { file, cases, member } = stage;
    const { radicado, id } = await file({ story: '=HYPERLINK("http://evil.example","clic")', asks: '+1"2', place: "\u202eenlace\u0000" });
    const span = { from: new Date("2026-11-23T00:00:00Z"), to: new Date("2026-11-24T00:00:00Z") };
    const line = (await cases.csv(span)).split("\r\n").find((each) => each.includes(radicado))!;
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"",""clic"")"`);
    expect(line).toContain(`"'+1""2"`);
    expect((await cases.exported(span)).find((one) => one.radicado === radicado)).toMatchObject({ place: "enlace", dueOn: "2026-12-15" });
    const [ana, luis] = [await member("case-officer"), await member("case-officer")];
    await cases.work.assign(id, ana, { officer: ana.id });
    expect(await cases.detail(id, luis)).toEqual({ refused: "not-allowed" });
    expect(await cases.work.assign(id, luis, { officer: luis.id })).toEqual({ refused: "not-allowed" });
    expect(await cases.work.assign(id, ana, { officer: "nobody" })).toEqual({ refused: "no-such-member" });
    expect(await cases.inbox({ page: 1, officer: ana.id, state: "open", light: "green" })).toMatchObject({ total: 1, cases: [{ radicado, light: "green" }], lights: { green: 1, red: 0 } });
  });

  it("is withdrawn by its person, and refuses files by what they are", async () => {
    const { file, cases, citizen, row } = stage;
    const { id } = await file();
    expect(await citizen((trx) => cases.citizen.withdraw(trx, id, "Ya no", stage.now()))).toEqual({ done: true });
    expect((await row(id)).state).toBe("withdrawn");
    expect(await citizen((trx) => cases.citizen.withdraw(trx, id, undefined, stage.now()))).toMatchObject({ refused: "wrong-state" });
    const bytes = { exe: Buffer.from("MZ\u0090program"), svg: Buffer.from("<svg onload=alert(1)>"), zip: Buffer.from("PK\u0003\u0004bomb"), html: Buffer.from("<!doctype html>") };
    for (const [name, given] of Object.entries(bytes)) expect([name, await cases.checkFile(given, `${name}.pdf`)]).toEqual([name, { refused: "type" }]);
    expect(await cases.checkFile(Buffer.alloc(0), "a.pdf")).toEqual({ refused: "empty" });
    expect(await cases.checkFile(Buffer.concat([Buffer.from("%PDF-1.7"), Buffer.alloc(10 * 1024 * 1024)]), "a.pdf")).toEqual({ refused: "too-large" });
    expect(await cases.checkFile(Buffer.from("\u0000\u0000\u0000\u0020ftypM4A "), "nota.m4a")).toMatchObject({ type: "audio/mp4", name: "nota.m4a" });
  });
});

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
};

type Tagged = { role?: string; children?: Tagged[] };

/** The kinds of parts that a screen reader is told of. */
const tagsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
  const roles = ({ role, children = [] }: Tagged): string[] => [...(role ? [role] : []), ...children.flatMap(roles)];
  return roles((await page.getStructTree()) as Tagged);
};
