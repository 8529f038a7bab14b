import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";

let app: RunningApp;
let advisor: SignedIn;
let observer: SignedIn;
beforeAll(async () => {
  app = await startApp({ NOW: "2026-11-23T15:00:00Z" });
  [advisor, observer] = [await signedIn(app, "advisor"), await signedIn(app, "observer")];
});
afterAll(() => app.close());

const wish = (more: object = {}) => ({ key: randomUUID(), institution: "personeria", need: "legal", locale: "es", consent: true, followUp: true, name: "Luz Mar", phone: "3001234567", ...more });
const json = async (response: Response) => (await response.json()) as Record<string, unknown>;
const refer = async (more: object = {}) => json(await advisor.send("POST", "/staff/api/referrals", wish(more)));

test("nobody is referred without their consent, to who takes none, or with what is not known", async () => {
  for (const more of [{ consent: false }, { institution: "linea-123" }, { institution: "x" }, { need: "x" }, { email: "x" }, { story: "x" }]) {
    expect((await advisor.send("POST", "/staff/api/referrals", wish(more))).status).toBe(422);
  }
  expect((await json(await advisor.get("/staff/api/referrals")))["referrals"]).toEqual([]);
});

test("the same press again makes no second one; where no mail is, the link is passed on by hand and works", async () => {
  const given = { key: randomUUID() };
  const [one, two] = [await refer(given), await refer(given)];
  expect(one).toEqual(two);
  expect(one["by"]).toBe("hand");
  const { link } = (await json(await advisor.send("POST", `/staff/api/referrals/${String(one["id"])}/send-again`))) as { link: string };
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link, { method: "POST", body: new URLSearchParams({ deed: "accepted" }), redirect: "manual" })).status).toBe(303);
  const detail = await json(await advisor.get(`/staff/api/referrals/${String(one["id"])}`));
  expect(detail).toMatchObject({ state: "accepted", shared: { name: "Luz Mar", phone: "3001234567" }, next: ["attended", "not-reached", "closed"], letter: "hand" });
});

test("what an institution tells is noted in an order that can be, and closes the links of before", async () => {
  const { id } = (await refer()) as { id: string };
  const { link } = (await json(await advisor.send("POST", `/staff/api/referrals/${id}/send-again`))) as { link: string };
  const mark = (body: object) => advisor.send("POST", `/staff/api/referrals/${id}/state`, body);
  expect((await mark({ to: "attended" })).status).toBe(200);
  expect((await fetch(link)).status).toBe(410);
  expect((await mark({ to: "accepted" })).status).toBe(409);
  expect((await mark({ to: "closed", as: "done" })).status).toBe(200);
  expect((await mark({ to: "closed", as: "done" })).status).toBe(409);
  expect((await advisor.send("POST", `/staff/api/referrals/${id}/send-again`)).status).toBe(409);
  expect((await advisor.get("/staff/api/referrals/999")).status).toBe(404);
});

test("the list and the counts name nobody, and who reads one stands in the audit log", async () => {
  const { id } = (await refer({ institution: "sena", need: "work", name: "Nadie Más" })) as { id: string };
  for (const path of ["/staff/api/referrals", "/staff/api/referrals/counts"]) {
    const said = await (await observer.get(path)).text();
    expect(said).not.toContain("Nadie Más");
    expect(said).not.toContain("3001234567");
  }
  const { counts } = (await json(await observer.get("/staff/api/referrals/counts"))) as { counts: { institution: string; need: string; count: number }[] };
  expect(counts.filter(({ institution }) => institution === "sena")).toMatchObject([{ need: "work", state: "sent", outcome: null, count: 1 }]);
  expect((await observer.get(`/staff/api/referrals/${id}`)).status).toBe(403);
  await advisor.get(`/staff/api/referrals/${id}`);
  const audit = await app.app.service.db.db.selectFrom("staff_audit").select("did").where("subject", "=", id).execute();
  expect(audit.map(({ did }) => did)).toContain("referral-read");
});
