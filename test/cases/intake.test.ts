import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { call } from "../support/direct-line.ts";
import { given, jpeg, openChat, type Chat } from "./chat.ts";

const morning = Date.parse("2026-11-23T15:00:00Z");
let app: RunningApp;
let clock = morning;
beforeAll(async () => { app = await startApp({}, { now: () => new Date(clock) }); });
afterAll(() => app.close());

const row = (radicado: string) => app.app.service.db.db.selectFrom("case_file").selectAll().where("radicado", "=", radicado).executeTakeFirstOrThrow();
const of = <T extends "case_person" | "case_attachment" | "case_consent">(table: T, id: string) => app.app.service.db.db.selectFrom(table as "case_attachment").selectAll().where("case_id", "=", id).execute();

const twice = "Pagué dos veces el certificado en la oficina de Cali y no me devuelven el dinero";

/** From the first words to the question for files. */
const begin = async (chat: Chat, story: string): Promise<void> => {
  expect((await chat.say("necesito presentar un reclamo")).outcome).toBe("flow-started");
  await chat.press("accept");
  await chat.say(story);
  await chat.press("yes");
  for (const words of ["que me lo devuelvan", "ayer en la tarde"]) await chat.say(words);
};

/** Leaves out whatever may be left out, until who files it is asked. */
const untilIdentity = async (chat: Chat): Promise<void> => {
  for (let heard = await chat.say("repetir"), i = 0; heard.choices.includes("skip") && i < 6; i++) heard = await chat.press("skip");
};

const named = async (chat: Chat): Promise<void> => {
  await chat.press("named");
  for (const words of ["Ana Ruiz", "cédula 1020345678"]) await chat.say(words);
  await chat.press("accept");
  for (const words of ["ana@correo.co", "omitir"]) await chat.say(words);
  await chat.press("no");
};

describe("a case filed in the chat", () => {
  test("with a name and a photo: told back, filed, received, and its deadline explained", async () => {
    const chat = await openChat(app);
    await begin(chat, twice);
    expect((await chat.attach(jpeg, "../../foto<script>.jpg", "image/jpeg")).choices).toContain("done");
    await chat.press("done");
    await named(chat);
    const filed = await chat.press("send");
    const { radicado, code } = given(filed);
    const stored = await row(radicado);
    expect(stored).toMatchObject({ kind: "claim", identity: "named", story: twice, asks: "que me lo devuelvan", place: "oficina de Cali", due_on: "2026-12-15" });
    expect(await of("case_person", stored.id)).toMatchObject([{ name: "Ana Ruiz", document_number: "1020345678", email: "ana@correo.co" }]);
    expect(await of("case_attachment", stored.id)).toMatchObject([{ type: "image/jpeg", size: jpeg.length, name: expect.stringMatching(/^[\p{L}\p{N} ._()-]+$/u) as unknown }]);
    expect((await of("case_consent", stored.id) as unknown as { purpose: string; granted: boolean }[]).map(({ purpose, granted }) => [purpose, granted]).sort())
      .toEqual([["contact", true], ["process", true], ["sensitive", false]]);
    expect((await chat.press("computation")).choices).toContain("computation");
    expect(JSON.stringify(stored)).not.toContain(code);
    const pdf = await fetch(`${app.url}${/\/casos\/recibo\/[\w/-]+/.exec(filed.text)![0]}`);
    expect([pdf.status, pdf.headers.get("content-type"), (await pdf.text()).slice(0, 5)]).toEqual([200, "application/pdf", "%PDF-"]);
  });

  test("without consent nobody is asked who they are, and the refusal is on record", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.press("decline");
    await chat.press("anonymous");
    await chat.say(twice);
    await chat.press("yes");
    await untilIdentity(chat);
    await chat.press("no");
    const stored = await row(given(await chat.press("send")).radicado);
    expect(stored.identity).toBe("anonymous");
    expect(await of("case_person", stored.id)).toEqual([]);
    expect(await of("case_consent", stored.id)).toEqual(expect.arrayContaining([expect.objectContaining({ purpose: "process", granted: false })]));
  });

  test("danger in the story is answered first, what was told is kept, and the filing goes on", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.press("accept");
    const danger = await chat.say("Mi esposo me golpea y en la oficina no me quisieron atender cuando fui a contarlo");
    expect(danger.outcome).toBe("danger-violence");
    expect(danger.choices).toContain("yes");
    await chat.press("yes");
    await untilIdentity(chat);
    await chat.press("anonymous");
    await chat.press("no");
    expect((await row(given(await chat.press("send")).radicado)).story).toContain("Mi esposo");
  });

  test("where a life may hang on the next minutes nothing else is asked", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.press("accept");
    const danger = await chat.say("no me resolvieron en la oficina y esta noche me voy a quitar la vida");
    expect(danger.outcome).toBe("danger-self-harm");
    expect(danger.choices).toContain("heard:danger");
    expect((await chat.press("heard:danger")).choices).toContain("yes");
  });

  test("one for another authority is told so, and filed when the person insists", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.press("accept");
    await chat.say("Llevo cinco meses esperando que la Cancillería me entregue el pasaporte y nadie responde");
    expect((await chat.press("yes")).choices).toEqual(["file", "stop"]);
    await chat.press("file");
    await untilIdentity(chat);
    await chat.press("anonymous");
    await chat.press("no");
    expect((await row(given(await chat.press("send")).radicado)).insisted).toMatch(/Canciller/);
  });

  test("what only asks is answered first", async () => {
    const chat = await openChat(app);
    await chat.say("quiero radicar una petición");
    await chat.press("accept");
    const answered = await chat.say("cuánto cuesta el certificado de movimientos migratorios");
    expect(answered.choices).toEqual(["file", "enough"]);
    expect((await chat.press("enough")).outcome).toBe("flow-completed");
  });
});

describe("following", () => {
  test("by number and code: state, more words and a file, withdrawn; a wrong code and no such case sound the same", async () => {
    const filing = await openChat(app);
    await begin(filing, twice);
    await filing.say("no");
    await filing.press("anonymous");
    await filing.press("no");
    const { radicado, code } = given(await filing.press("send"));
    const chat = await openChat(app);
    const tell = async (number: string, secret: string) => {
      await chat.say("quiero consultar mi radicado");
      await chat.say(number);
      return chat.say(secret);
    };
    const wrong = await tell(radicado, "AAAA-1111-AAAA");
    await chat.press("stop");
    const { writeRadicado } = await import("../../src/radicado.ts");
    const none = await tell(writeRadicado("PQR", 2026, 999_999), code);
    expect(none.text).toBe(wrong.text);
    await chat.press("stop");
    expect((await tell(radicado, code)).choices).toEqual(expect.arrayContaining(["computation", "add", "withdraw", "done"]));
    await chat.press("add");
    await chat.say("Olvidé decir que había dos testigos");
    await chat.attach(jpeg, "testigos.jpg", "image/jpeg");
    expect((await chat.press("done")).choices).toContain("withdraw");
    const { id } = await row(radicado);
    expect(await of("case_attachment", id)).toHaveLength(1);
    await chat.press("withdraw");
    await chat.press("withdraw");
    expect((await chat.say("omitir")).choices).toEqual(["computation", "done"]);
    expect((await row(radicado)).state).toBe("withdrawn");
    const { state } = await app.app.service.db.db.selectFrom("conversation").select("state").where("id", "=", chat.grant.conversationId).executeTakeFirstOrThrow();
    expect(JSON.stringify((state as { cursor: unknown }).cursor)).not.toContain(code);
  });
});

test("a draft with its photo survives the end of the process, and days", { timeout: 300_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), "ventanilla-draft-"));
  const start = () => startApp({ DATA_DIR: dir, DIRECTLINE_SECRET: "a secret of the tests" }, { now: () => new Date(clock) });
  try {
    const first = await start();
    const chat = await openChat(first);
    await begin(chat, twice);
    await chat.attach(jpeg, "foto.jpg", "image/jpeg");
    await first.close();
    clock = morning + 3 * 86_400_000;
    const second = await start();
    const renewed = (await call(second, "tokens/refresh", { token: chat.grant.resume_token })).json as unknown as typeof chat.grant;
    const again = await openChat(second, renewed);
    await again.press("done");
    await named(again);
    const { radicado } = given(await again.press("send"));
    const files = await second.app.service.db.db.selectFrom("case_attachment").innerJoin("case_file", "case_file.id", "case_attachment.case_id").select("case_attachment.sha256").where("radicado", "=", radicado).execute();
    expect(files).toHaveLength(1);
    await second.close();
  } finally {
    clock = morning;
    rmSync(dir, { recursive: true, force: true });
  }
});
