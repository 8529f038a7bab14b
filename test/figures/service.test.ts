import { randomUUID } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pages, type RedactedConversation } from "../../src/figures/types.ts";
import { audiences } from "../../src/metrics/types.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { startSmtp } from "../support/smtp.ts";
import { member } from "./stage.ts";

let app: RunningApp;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let clock = new Date("2026-11-23T13:00:00Z");
const service = () => app.app.service;

beforeAll(async () => {
  smtp = await startSmtp();
  app = await startApp({ SMTP_URL: smtp.url, MAIL_FROM: "Ventanilla <figures@example.gov.co>" }, { now: () => clock });
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

const talk = async (...texts: string[]): Promise<void> => {
  const conversationId = randomUUID();
  for (const text of texts) await service().reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale: "es", text });
};

const opened = async (): Promise<RedactedConversation[]> => {
  const { conversations } = await service().dashboard.behind("turns", { period: "this-week", slice: {} }, {});
  const told = await Promise.all(conversations.map(({ ref }) => service().dashboard.conversation(ref)));
  return told.filter((one): one is RedactedConversation => !("refused" in one));
};

it("shows what was asked and answered, and nothing that tells who asked", async () => {
  await talk("Me llamo Marta Lucía Ríos, mi cédula es 52345678 y mi correo marta.rios@example.org. ¿Cuánto cuesta la cédula de extranjería?");
  await talk("quiero presentar una queja", "Clodomira Zapata Rentería me gritó en la ventanilla del aeropuerto El Dorado");
  await talk("mi esposo me pega y tengo miedo");
  const told = await opened();
  expect(told).toHaveLength(3);
  const all = JSON.stringify(told);
  for (const secret of ["Marta", "Ríos", "52345678", "marta.rios", "Clodomira", "Zapata", "gritó", "esposo"]) expect(all).not.toContain(secret);
  const asked = told.find(({ lines }) => lines.some(({ outcome }) => outcome?.startsWith("answered")))!;
  expect(asked.lines[0]!.text).toContain("cédula de extranjería");
  expect(asked.lines.some(({ from, text, sources }) => from === "bot" && text !== null && (sources?.length ?? 0) > 0)).toBe(true);
  expect(told.flatMap(({ lines }) => lines.map(({ hidden }) => hidden))).toEqual(expect.arrayContaining(["flow", "danger"]));
});

it("forgets words with their retention, and the figures stay", async () => {
  const before = await service().dashboard.behind("answered", { period: { from: "2026-11-23", to: "2026-11-30" }, slice: {} }, {});
  const then = clock;
  clock = new Date("2026-12-29T15:00:00Z");
  const after = await service().dashboard.behind("answered", { period: { from: "2026-11-23", to: "2026-11-30" }, slice: {} }, {});
  expect([after.total, after.total > 0]).toEqual([before.total, true]);
  const told = await service().dashboard.conversation(after.conversations[0]!.ref);
  clock = then;
  if ("refused" in told) throw new Error(told.refused);
  expect(told.lines.filter(({ from }) => from === "citizen").every(({ text, hidden }) => text === null && hidden !== undefined && hidden !== "none")).toBe(true);
});

it("answers every page of a real day, the wall, and hands out samples with what was shown", async () => {
  for (const page of pages) expect((await service().dashboard.look({ page, period: "this-week", against: "previous", slice: {} }, audiences)).figures.length).toBeGreaterThan(0);
  expect((await service().dashboard.wall()).figures.length).toBeGreaterThan(3);
  const head = await service().dashboard.quality.draw({ id: "x", name: "X" }, { period: "this-week", slice: {}, size: 5 });
  if ("refused" in head) throw new Error(head.refused);
  const sample = await service().dashboard.quality.sample(head.id);
  if ("refused" in sample) throw new Error(sample.refused);
  expect(sample.items.every(({ question, reply }) => question !== null && reply.length > 0)).toBe(true);
  expect(sample.items.some(({ sources }) => sources.length > 0)).toBe(true);
});

it("sends a report by mail, once, with its document", async () => {
  const id = await member(service().db, "Eva");
  expect(await service().dashboard.plan.set(id, { every: "week", locale: "es", view: null })).toBeUndefined();
  clock = new Date("2026-11-30T12:30:00Z");
  await Promise.all([service().sendReports(), service().sendReports()]);
  await expect.poll(async () => (await service().sendMail(), smtp.to("eva@example.gov.co").length), { timeout: 30_000 }).toBe(1);
  await service().sendReports();
  await service().sendMail();
  const [letter, ...more] = smtp.to("eva@example.gov.co");
  expect(more).toEqual([]);
  expect(letter!.text).toContain(app.url);
  const [document] = letter!.attachments;
  expect(document!.filename).toBe("ventanilla-overview-2026-11-23-2026-11-29.pdf");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(document!.content)), { mergePages: true });
  expect(text).toContain(service().metrics.indicator("conversations").name.es);
});

it("takes an answer to the poll from the public page, once a day, and none that another site sends", async () => {
  const page = await (await fetch(`${app.url}/rendicion?lang=es`)).text();
  const [, poll] = /name="poll" value="([^"]+)"/.exec(page)!;
  const [, option] = /name="option" value="([^"]+)"/.exec(page)!;
  const send = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${app.url}/rendicion/encuesta?lang=en`, { method: "POST", body: new URLSearchParams(fields), headers, redirect: "manual" });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([303, null]);
    return response.headers.get("location");
  };
  expect(await send({ poll: poll!, option: option! }, { "sec-fetch-site": "cross-site" })).toBe("/rendicion?lang=en&said=not-asked#vote");
  expect(await send({ poll: poll! })).toBe("/rendicion?lang=en&said=not-asked#vote");
  expect(await send({ poll: poll!, option: option! })).toBe("/rendicion?lang=en&said=counted#vote");
  expect(await send({ poll: poll!, option: option! })).toBe("/rendicion?lang=en&said=again#vote");
  const said = await fetch(`${app.url}/rendicion?lang=en&said=counted`);
  expect(said.headers.get("content-security-policy")).toContain("form-action 'self'");
  expect((await said.text()).match(/role="status"/g)).toHaveLength(1);
  expect(await (await fetch(`${app.url}/rendicion?lang=en&said=%3Cb%3E`)).text()).not.toContain('role="status"');
});
