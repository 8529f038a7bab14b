import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { call, newGrant } from "../support/direct-line.ts";
import { given, jpeg, openChat, type Chat } from "./chat.ts";

let app: RunningApp;
beforeAll(async () => { app = await startApp({}, { now: () => new Date("2026-11-23T15:00:00Z") }); });
afterAll(() => app.close());

const db = () => app.app.service.db.db;

/** What somebody may write where words are asked for: 10 texts in each of four fields. */
const texts = [
  "<script>alert(document.cookie)</script> y perdieron mis papeles",
  "<img src=x onerror=alert(1)> me cobraron dos veces el trámite",
  "'; DROP TABLE case_file; -- perdieron mis papeles en la oficina",
  "=HYPERLINK(\"http://malo.example\",\"vea\") me cobraron dos veces",
  "+cmd|' /C calc'!A0 me cobraron dos veces el certificado",
  "@SUM(1+1)*cmd|' /C calc'!A0 perdieron mis papeles",
  "[vea aquí](javascript:alert(1)) perdieron mis papeles en Cali",
  "me cobraron\u0000 dos\u0000 veces el certificado de movimientos",
  "perdieron \u202egpj.exe\u202c mis papeles en la oficina de Cali",
  "{{constructor}} $t(case.kind.claim) ${7*7} perdieron mis papeles \ud800",
];

const fileWith = async (chat: Chat, text: string): Promise<string> => {
  await chat.say("necesito presentar un reclamo");
  await chat.press("accept");
  await chat.say(text);
  await chat.press("heard:answer");
  await chat.press("yes");
  for (let i = 0; i < 3; i++) {
    await chat.say(`${text} ${i}`.slice(0, 190));
    await chat.press("heard:answer");
  }
  await chat.say("no");
  await chat.press("anonymous");
  await chat.press("no");
  return given(await chat.press("send")).radicado;
};

const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);
const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
const bomb = zipSync({ "bomb.txt": new Uint8Array(20_000_000) });
const files: [what: string, bytes: Uint8Array, name: string, type: string, taken: boolean][] = [
  ["a program named PDF", exe, "factura.pdf", "application/pdf", false],
  ["a picture with script", svg, "foto.svg", "image/svg+xml", false],
  ["the same, said to be JPEG", svg, "foto.jpg", "image/jpeg", false],
  ["a zip bomb", bomb, "pruebas.zip", "application/zip", false],
  ["a zip bomb said to be PDF", bomb, "pruebas.pdf", "application/pdf", false],
  ["a page", Buffer.from("<html><script>alert(1)</script>"), "prueba.html", "text/html", false],
  ["nothing at all", new Uint8Array(), "vacio.pdf", "application/pdf", false],
  ["a video", Buffer.from("\0\0\0\x18ftypmp42"), "video.mp4", "video/mp4", false],
  ["a path in its name", jpeg, "../../../etc/passwd.jpg", "image/jpeg", true],
  ["a Windows path in its name", jpeg, "C:\\windows\\system32\\x.jpg", "image/jpeg", true],
  ["script in its name", jpeg, "\"><script>alert(1)</script>.jpg", "image/jpeg", true],
  ["right-to-left marks in its name", jpeg, "foto\u202egpj.exe", "image/jpeg", true],
];

const inert = /^[\p{L}\p{N} ._()-]+\.(?:jpg|png|webp|pdf|ogg|mp3|m4a)$/u;

describe("hostile input", () => {
  test.each(texts)("as words, in four fields: %j", async (text) => {
    const radicado = await fileWith(await openChat(app), text);
    const row = await db().selectFrom("case_file").selectAll().where("radicado", "=", radicado).executeTakeFirstOrThrow();
    for (const held of [row.story, row.asks, row.happened, row.place]) {
      expect(held).toBeTruthy();
      expect(held).not.toMatch(/[\u0000\u202a-\u202e\u2066-\u2069]/);
    }
    const { code_hash } = row;
    await db().updateTable("case_file").set({ state: "answered", answer: text.replaceAll("\0", "").toWellFormed(), answered_at: new Date(), closed_at: new Date(), code_hash }).where("id", "=", row.id).execute();
  });

  test("what was filed stands in the export without a formula, and in the receipt as text", async () => {
    const csv = await app.app.service.cases.csv({ from: new Date("2026-01-01"), to: new Date("2027-01-01") });
    expect(csv.length).toBeGreaterThan(1000);
    expect(csv).not.toMatch(/(?:^|[\n,;])"?[=+@\t]/);
    const found = await db().selectFrom("case_file").select("radicado").executeTakeFirstOrThrow();
    const receipt = await fetch(`${app.url}${app.app.service.cases.receiptPath(found.radicado)}`);
    expect([receipt.status, receipt.headers.get("content-disposition")?.startsWith("attachment")]).toEqual([200, true]);
  });

  test("as files: twelve, of which only pictures are kept, under plain names", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.press("accept");
    await chat.say("Perdieron mis papeles en la oficina del norte");
    await chat.press("yes");
    for (let i = 0; i < 2; i++) await chat.say("omitir");
    for (const [what, bytes, name, type, taken] of files) {
      const { status, outcome } = await chat.attach(bytes, name, type);
      expect([what, status < 500]).toEqual([what, true]);
      if (bytes.length > 0) expect([what, outcome]).toEqual([what, taken ? "flow-continued" : "repaired-invalid"]);
    }
    const kept = await db().selectFrom("attachment").select(["name", "type"]).where("conversation_id", "=", chat.grant.conversationId).execute();
    expect(kept.map(({ type }) => type)).toEqual(["image/jpeg", "image/jpeg", "image/jpeg", "image/jpeg"]);
    for (const { name } of kept) expect(name).toMatch(inert);
  });

  test("as requests: ten megabytes, broken forms, passes and addresses that nobody gave", async () => {
    const { conversationId, token } = await newGrant(app);
    const big = await call(app, `conversations/${conversationId}/activities`, { token, body: { type: "message", from: { id: "citizen" }, text: "a".repeat(10_000_000) } });
    expect(big.status).toBe(413);
    const form = (path: string, body: string | FormData, type?: string) => fetch(`${app.url}/casos${path}`, { method: "POST", body, headers: type ? { "content-type": type } : {} });
    const url = "application/x-www-form-urlencoded";
    const forged = new FormData();
    forged.append("pass", "1.99999999999999.xxxx");
    forged.append("deed", "withdraw");
    const answers = await Promise.all([
      form("", `radicado=${"a".repeat(100_000)}&code=x`, url), form("", "radicado=%00%00&code=%00", url), form("", "radicado[]=1&code[x]=2", url),
      form("", `radicado=${encodeURIComponent("<script>alert(1)</script>")}&code=${encodeURIComponent("' OR 1=1 --")}`, url),
      form("/hacer", forged), form("/hacer", "not a form", "multipart/form-data; boundary=x"), form("/archivo", "pass=x&file=../../etc/passwd", url),
      fetch(`${app.url}/casos/recibo/PQR-2026-000001-XX/${"0".repeat(32)}`), fetch(`${app.url}/casos/recibo/..%2f..%2fetc/passwd`),
    ]);
    for (const answer of answers) {
      const body = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(body).not.toContain("<script>alert");
      expect(body).not.toContain("    at ");
    }
  });
});
