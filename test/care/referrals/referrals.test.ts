import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { referralLinks } from "../../../src/care/referrals/links.ts";
import { linkTo, monday, openStage, post, referByChat, talk, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => { stage = await openStage(); });
beforeEach(() => { stage.setClock(monday); });
afterAll(() => stage.close());

const rowOf = (id: string | undefined) => stage.db.selectFrom("referral").selectAll().where("id", "=", id!).executeTakeFirstOrThrow();
const consents = async (id: string | undefined) =>
  Object.fromEntries((await stage.db.selectFrom("referral_consent").selectAll().where("referral_id", "=", id!).execute()).map(({ purpose, granted }) => [purpose, granted]));

describe("asking for a referral", () => {
  test.each(["es", "en"] as const)("in %s: what was agreed to is shared, one letter goes, and it names nobody", async (locale) => {
    const before = stage.smtp.letters().length;
    const { id, said } = await referByChat(stage, locale);
    expect(said.at(-2)!.keys).toEqual(["refer-me.summary", "refer-me.confirm.ask"]);
    expect(said.at(-1)!.keys).toEqual(["refer-me.sent-mail", "refer-me.demonstration", "refer-me.will-ask"]);
    await stage.post();
    expect(stage.smtp.letters().length - before).toBe(1);
    const letter = stage.smtp.letters().at(-1)!;
    for (const personal of ["Ana", "ana@", "hospital"]) expect(`${letter.subject} ${letter.text}`).not.toContain(personal);
    expect(await rowOf(id)).toMatchObject({ state: "sent", name: "Ana Ruiz", email: "ana@correo.example", city: "bucaramanga", need: "legal", institution: "personeria" });
    expect(await consents(id)).toEqual({ refer: true, name: true, contact: true, note: true, "follow-up": true });
  });

  test.each([["es", "omitir"], ["en", "skip"]] as const)("in %s: each thing can be kept to oneself", async (locale, skip) => {
    const { id, said } = await referByChat(stage, locale, { name: skip, reach: ["!none"], note: skip, followUp: "no" });
    expect(said.at(-1)!.keys).toEqual(["refer-me.sent-mail", "refer-me.demonstration", "refer-me.no-contact"]);
    expect(await rowOf(id)).toMatchObject({ name: null, email: null, phone: null, note: null, follow_up: false });
    expect(await consents(id)).toEqual({ refer: true, name: false, contact: false, note: false, "follow-up": false });
  });

  test.each(["es", "en"] as const)("in %s: without consent nothing is kept but the refusal", async (locale) => {
    const before = await stage.service.referrals.counts();
    const { said, conversationId } = await referByChat(stage, locale, { consent: "decline" });
    expect(said.at(-1)!.keys).toEqual(["refer-me.declined"]);
    expect(await stage.service.referrals.counts()).toEqual(before);
    const rows = await stage.db.selectFrom("referral_consent").select(["purpose", "granted"]).where("conversation_id", "=", conversationId).execute();
    expect(rows).toEqual([{ purpose: "refer", granted: false }]);
  });

  test("violence and trafficking are told the lines first", async () => {
    const shown = [];
    for (const need of ["violence", "trafficking"]) {
      const { say } = talk(stage, "es");
      for (const line of ["quiero que me remitan a una institución que me ayude", `!${need}`]) await say(line);
      shown.push((await say("Bogotá")).keys[0]);
    }
    expect(shown).toEqual(["about-ventanilla#emergency-about", "care-emergency-lines#trafficking-line"]);
  });

  test("only institutions of the place and the need are offered, those of the city first", () => {
    const offered = (city?: string) => stage.service.referrals.institutionsFor("work", city).map(({ id }) => id);
    expect(offered("bucaramanga")).toEqual(["imebu", "came-bucaramanga", "integrate", "servicio-empleo", "sena", "mintrabajo"]);
    expect(offered("leticia")).toEqual(["servicio-empleo", "sena", "mintrabajo"]);
    expect(offered()).not.toContain("imebu");
  });

  test("who is from another country is offered nothing that is for Colombians, and who does fewer things goes first", () => {
    const offered = (who: "returnee" | "venezuelan") => stage.service.referrals.institutionsFor("emergency-aid", "cartagena", who).map(({ id }) => id);
    expect(offered("venezuelan")).toEqual(["alcaldia", "personeria"]);
    expect(offered("returnee")).toEqual(["crore", "prosperidad-social", "alcaldia", "personeria"]);
  });

  test("a telephone that was offered can be left out after all", async () => {
    const { id, said } = await referByChat(stage, "es", { reach: ["!phone", "omitir"] });
    expect(said.at(-1)!.keys).toContain("refer-me.no-contact");
    expect(await rowOf(id)).toMatchObject({ phone: null, email: null, state: "sent" });
  });
});

describe("a link", () => {
  const sent = async () => {
    const made = await referByChat(stage, "es");
    await stage.post();
    return { ...made, link: linkTo(stage, "personeria@", made.number) };
  };
  const state = async (id: string | undefined) => {
    const { state: now, step, letters } = await rowOf(id);
    return { now, step, letters };
  };

  test("shows what was shared to who looks, and looking changes nothing", async () => {
    const { id, link } = await sent();
    const before = await state(id);
    for (const call of [{}, { method: "HEAD" }, { headers: { purpose: "prefetch", "sec-purpose": "prefetch" } }]) expect((await fetch(link, call)).status).toBe(200);
    const response = await fetch(`${link}?deed=accepted`);
    const page = await response.text();
    for (const shared of ["Ana Ruiz", "ana@correo.example", "hospital"]) expect(page).toContain(shared);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await state(id)).toEqual(before);
  });

  test("acts once; the next one comes by letter, and the one of before is refused", async () => {
    const { id, link, number } = await sent();
    const answered = await Promise.all([1, 2, 3].map(() => post(link, { deed: "accepted" })));
    expect(answered.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect(await state(id)).toMatchObject({ now: "accepted", step: 1 });
    expect((await fetch(link)).status).toBe(410);
    expect(await (await fetch(link)).text()).not.toContain("Ana Ruiz");
    await stage.post();
    const next = linkTo(stage, "personeria@", number);
    expect(next).not.toBe(link);
    expect((await post(next, { deed: "accepted" })).status).toBe(410);
    expect((await post(next, { deed: "attended" })).status).toBe(303);
    expect(await state(id)).toMatchObject({ now: "attended", step: 2 });
  });

  test("that has expired is refused", async () => {
    const { id, link } = await sent();
    stage.setClock(new Date(monday.getTime() + (stage.service.referrals.rules.linkDays * 24 * 60 + 1) * 60_000));
    expect([(await fetch(link)).status, (await post(link, { deed: "accepted" })).status]).toEqual([410, 410]);
    expect(await state(id)).toMatchObject({ now: "sent", step: 0 });
  });

  test("with any sign changed is refused", async () => {
    const { id, link } = await sent();
    const token = link.slice(link.lastIndexOf("/") + 1);
    const altered = [...token].map((sign, at) => token.slice(0, at) + (sign === "A" ? "B" : "A") + token.slice(at + 1));
    const links = await Promise.all(altered.map((each) => stage.service.referrals.answer(each, { to: "accepted" })));
    expect(links.length).toBe(token.length);
    expect(links.filter((each) => !("fault" in each && each.fault === "unknown"))).toEqual([]);
    expect((await post(link.slice(0, -1), { deed: "accepted" })).status).toBe(404);
    expect(await state(id)).toMatchObject({ now: "sent", step: 0 });
  });

  test("of another institution is refused", async () => {
    const { id, link } = await sent();
    const other = await referByChat(stage, "es", { institution: "defensoria" });
    await stage.post();
    const [mine, theirs] = [link, linkTo(stage, "defensoria@", other.number)].map((each) => each.slice(each.lastIndexOf("/") + 1).split("."));
    const at = (parts: (string | undefined)[]) => `${stage.app.url}/referido/${parts.join(".")}`;
    const crossed = [at([id, ...theirs!.slice(1)]), at([mine![0], theirs![1], ...mine!.slice(2)]), at([other.id, ...mine!.slice(1)])];
    for (const each of crossed) expect([(await fetch(each)).status, (await post(each, { deed: "accepted" })).status]).toEqual([404, 404]);
    // Signed by us, but for an institution that this referral was not sent to.
    const { value: key } = await stage.db.selectFrom("setting").select("value").where("key", "=", "referrals-key").executeTakeFirstOrThrow();
    const signed = referralLinks({ key, publicUrl: () => stage.app.url }).institution({ id: id!, institution: "defensoria", step: 0, expiresAt: new Date(monday.getTime() + 60_000) });
    expect((await post(signed, { deed: "accepted" })).status).toBe(404);
    expect(await state(id)).toMatchObject({ now: "sent" });
    expect(await state(other.id)).toMatchObject({ now: "sent" });
  });

  test("takes nothing but what can follow", async () => {
    const { link } = await sent();
    for (const deed of ["", "sent", "no-answer", "withdrawn"]) expect((await post(link, { deed })).status).toBe(400);
    expect((await post(link, { deed: "accepted", x: "x".repeat(5000) })).status).toBe(413);
    expect((await post(link, { deed: "cannot-help" })).status).toBe(200);
    expect((await post(link, { deed: "accepted" })).status).toBe(410);
  });
});

describe("time", () => {
  const toldIn = async (conversationId: string) =>
    (await stage.db.selectFrom("message").select("payload").where("conversation_id", "=", conversationId).where("direction", "=", "out").orderBy("seq").execute())
      .map(({ payload }) => (payload as { ref: string }).ref).filter((ref) => ref.startsWith("referral."));

  test("reminds on the third and the sixth business day, gives up on the fifteenth, and tells the person once", async () => {
    const { id, conversationId } = await referByChat(stage, "es", { institution: "casa-justicia-bucaramanga" });
    await stage.post();
    const letters = () => stage.smtp.to("casa-justicia-bucaramanga@").length;
    const counts = [];
    for (let day = 1; day <= 22; day++) {
      await stage.pass(1);
      await stage.pass(0);
      counts.push(letters());
    }
    expect(counts.slice(0, 9)).toEqual([1, 1, 2, 2, 2, 2, 2, 3, 3]);
    expect(counts.at(-1)).toBe(3);
    // 8 December is a holiday: the fifteenth business day after 23 November is 15 December.
    expect(await rowOf(id)).toMatchObject({ state: "closed", closed_as: "no-answer", changed_at: new Date("2026-12-15T15:00:00Z") });
    expect(await toldIn(conversationId)).toContain("referral.notice.no-answer");
    expect((await toldIn(conversationId)).filter((ref) => ref === "referral.notice.no-answer")).toHaveLength(1);
  });

  test("after two weeks, in the morning, the person is asked once, and answers in the chat", async () => {
    const { id, conversationId, say } = await referByChat(stage, "en");
    await stage.pass(13);
    expect(await toldIn(conversationId)).not.toContain("referral.notice.outcome");
    stage.setClock(new Date("2026-12-07T14:59:00Z"));
    await stage.pass(0);
    expect(await toldIn(conversationId)).not.toContain("referral.notice.outcome");
    stage.setClock(new Date("2026-12-07T15:00:00Z"));
    await Promise.all([stage.pass(0), stage.pass(0)]);
    expect((await toldIn(conversationId)).filter((ref) => ref === "referral.notice.outcome")).toHaveLength(1);
    expect((await say("!flow:referral-outcome")).keys).toEqual(["referral-outcome.outcome.ask"]);
    expect((await say("!not-contacted")).choices).toContain("another");
    expect(await rowOf(id)).toMatchObject({ outcome: "not-contacted" });
    await say("!done");
    expect((await say("!flow:referral-outcome")).keys).toContain("referral-outcome.none");
  });

  test("by the link of an e-mail the person answers once, and looking changes nothing", async () => {
    const { id, number } = await referByChat(stage, "es", { reach: ["!email", "otra@correo.example"] });
    stage.setClock(new Date("2026-12-07T15:00:00Z"));
    await stage.pass(0);
    const link = linkTo(stage, "otra@", number);
    expect([(await fetch(link)).status, (await fetch(link, { method: "HEAD" })).status, (await post(link, { outcome: "x" })).status]).toEqual([200, 200, 400]);
    expect((await rowOf(id)).outcome).toBe(null);
    const said = await Promise.all([post(link, { outcome: "helped" }), post(link, { outcome: "partly" })]);
    expect(said.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await fetch(link.slice(0, -2))).status).toBe(404);
    expect((await fetch(link)).status).toBe(410);
  });

  test("who does not want to be asked is not asked", async () => {
    const { conversationId } = await referByChat(stage, "es", { followUp: "no" });
    await stage.pass(14);
    expect(await toldIn(conversationId)).not.toContain("referral.notice.outcome");
  });

  test("what was shared goes when its time is over; the counts stay", async () => {
    const { id } = await referByChat(stage, "es", { name: "Zulma Peña" });
    await stage.pass(25);
    const counts = await stage.service.referrals.counts();
    const closed = (await rowOf(id)).changed_at;
    stage.setClock(new Date(closed.getTime() + 91 * 86_400_000));
    expect(await stage.service.referralJobs.forget()).toBeGreaterThan(0);
    expect(await rowOf(id)).toMatchObject({ name: null, email: null, phone: null, note: null, conversation_id: null });
    expect(await stage.service.referrals.counts()).toEqual(counts);
    expect(counts.find(({ institution, need }) => institution === "personeria" && need === "legal")).toBeDefined();
  });
});

test("the same turn again makes no second referral and no second letter", async () => {
  const given = { key: randomUUID(), institution: "sena", need: "work" as const, shared: {}, followUp: false, channel: "web", locale: "es" as const, by: { kind: "citizen" as const } };
  const [one, two] = [await stage.service.referrals.referNow(given), await stage.service.referrals.referNow(given)];
  expect(one.number).toBe(two.number);
  await stage.post();
  expect(stage.smtp.to("sena@").filter(({ subject }) => subject?.includes(one.number))).toHaveLength(1);
});
