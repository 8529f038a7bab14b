import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { given, openChat, type Chat, type Heard } from "./chat.ts";

let app: RunningApp;
beforeAll(async () => { app = await startApp({}, { now: () => new Date("2026-11-23T15:00:00Z") }); });
afterAll(() => app.close());

type Told = { locale: "es" | "en"; wish: string; story: string; kind: string };
const row = (radicado: string) => app.app.service.db.db.selectFrom("case_file").selectAll().where("radicado", "=", radicado).executeTakeFirstOrThrow();

/** Up to the question that has this choice, leaving out what may be left out. */
const until = async (chat: Chat, from: Heard, choice: string): Promise<Heard> => {
  let heard = from;
  while (!heard.choices.includes(choice) && heard.choices.includes("skip")) heard = await chat.press("skip");
  expect(heard.choices).toContain(choice);
  return heard;
};

const toIdentity = async (chat: Chat, { wish, story, kind }: Told): Promise<Heard> => {
  await chat.say(wish);
  await chat.press("accept");
  const proposed = await until(chat, await chat.say(story), "yes");
  return until(chat, await chat.press(proposed.choices.includes(kind) ? kind : "yes"), "named");
};

const toSummary = async (chat: Chat, told: Told): Promise<Heard> => {
  await toIdentity(chat, told);
  return until(chat, await (async () => { await chat.press("anonymous"); return chat.press("no"); })(), "send");
};

const copies: Record<"es" | "en", Told> = {
  es: { locale: "es", wish: "quiero radicar una petición", story: "Tuve un salvoconducto en 2021 y otro en 2022 en la oficina de Cali. Solicito copia de los dos para un trámite.", kind: "petition-copies" },
  en: { locale: "en", wish: "I want to file a petition", story: "I had a safe-conduct in 2021 and another one in 2022 at the Cali office. I ask for a copy of both for my lawyer.", kind: "petition-copies" },
};

describe("at the summary", () => {
  test.each([
    ["es", "Revolví los años, es 2022 y 2023, no 2021 y 2022", "en 2022 y otro en 2023"],
    ["en", "Sorry, it is 2022 and 2023, not 2021 and 2022", "in 2022 and another one in 2023"],
    ["es", "cambie los años del relato: son de 2022 y 2023", "en 2022 y otro en 2023"],
    ["en", "change the years in the story: they are of 2022 and 2023", "in 2022 and another one in 2023"],
  ] as const)("%s: %s", async (locale, words, stands) => {
    const chat = await openChat(app);
    await toSummary(chat, copies[locale]);
    const heard = await chat.say(words);
    expect(heard.outcome).toBe("repaired-correction");
    expect(heard.choices).toContain("send");
    const stored = await row(given(await chat.press("send")).radicado);
    expect(stored).toMatchObject({ kind: "petition-copies", story: expect.stringContaining(stands) as string });
  });

  test.each([
    ["es", { locale: "es", wish: "quiero poner una queja", story: "El funcionario de la ventanilla 3 de la oficina de Medellín me gritó el 18 de noviembre y quiero que le llamen la atención.", kind: "complaint" }, "La ventanilla está mal: no era la 3, era la 4", "ventanilla 4"],
    ["en", { locale: "en", wish: "I want to file a complaint", story: "The officer at window 3 of the Medellín office shouted at me on 18 November and I want him to be spoken to.", kind: "complaint" }, "The window is wrong: it was not 3, it was 4", "window 4"],
  ] as [string, Told, string, string][])("%s: one figure, told with what it belongs to, changes wherever it stands", async (_locale, told, words, stands) => {
    const chat = await openChat(app);
    await toSummary(chat, told);
    expect((await chat.say(words)).choices).toContain("send");
    const stored = await row(given(await chat.press("send")).radicado);
    expect(stored.story).toContain(stands);
    expect(stored.place).toContain(stands);
    expect(stored.kind).toBe("complaint");
  });

  test.each([
    ["es", "El abogado se llama Rubén Peña y tiene su despacho allá"], ["en", "My lawyer is called Rubén Peña and has an office there"],
  ] as const)("%s: what fits nowhere is asked about, and can go to the end of the story", async (locale, words) => {
    const chat = await openChat(app);
    await toSummary(chat, copies[locale]);
    const heard = await chat.say(words);
    expect(heard.choices).toEqual(expect.arrayContaining(["heard:addition", "correct:story", "repeat"]));
    expect((await chat.press("heard:addition")).choices).toContain("send");
    expect((await row(given(await chat.press("send")).radicado)).story).toBe(`${copies[locale].story}\n${words}`);
  });
});

describe("at the summary, one answer", () => {
  test.each([
    ["es", { locale: "es", wish: "quiero radicar una petición", story: "Queremos pedir que manden una jornada móvil a Garcitas porque queda lejos Puerto Carreño desde 2018", kind: "petition-general" }, "el lugar está mal, es Garcitas, Vichada, no Puerto Carreño", "no espere, mejor con mi nombre", "mejor desde 2020", "desde 2020"],
    ["en", { locale: "en", wish: "I want to file a petition", story: "We ask you to send a mobile team to Garcitas because the office in Puerto Carreño is far since 2018", kind: "petition-general" }, "the place is wrong, it is Garcitas, Vichada, not Puerto Carreño", "no wait, with my name", "better since 2020", "since 2020"],
  ] as [string, Told, string, string, string, string][])("%s: the place that is named, the years and how it is presented", async (_locale, told, place, named, years, since) => {
    const chat = await openChat(app);
    await toSummary(chat, told);
    for (const words of [place, years]) expect((await chat.say(words)).outcome).toBe("repaired-correction");
    expect((await chat.say(named)).choices).toEqual([]);
    await chat.say("Rosa Elena Díaz");
    await chat.press("skip");
    const stored = await row(given(await (async () => { await chat.press("decline"); return chat.press("send"); })()).radicado);
    expect(stored).toMatchObject({ kind: "petition-general", identity: "named", place: "Garcitas, Vichada", happened: since, story: told.story.replace("2018", "2020") });
  });
});

describe("where it goes and what is said of the term", () => {
  test.each([
    ["es", { locale: "es", wish: "quiero poner una queja", story: "El oficial de la oficina de Cali hizo comentarios sobre mi cuerpo el 3 de noviembre y quiero que lo investiguen", kind: "complaint" }],
    ["en", { locale: "en", wish: "I want to file a complaint", story: "The officer at the Cali office made remarks about my body on 3 November and I want it looked into", kind: "complaint" }],
  ] as [string, Told][])("%s: abuse by an officer goes to those who take reports", async (_locale, told) => {
    const chat = await openChat(app);
    await toSummary(chat, told);
    expect((await row(given(await chat.press("send")).radicado)).unit).toBe("internal-control");
  });

  test.each([
    ["es", { locale: "es", wish: "quiero felicitar a una funcionaria", story: "La señora Marcela de la oficina de Pereira me atendió muy bien el 12 de noviembre, muchas gracias", kind: "compliment" }],
    ["en", { locale: "en", wish: "I want to thank an officer", story: "The lady at the Pereira office served me very well on 12 November, many thanks to her", kind: "compliment" }],
  ] as [string, Told][])("%s: where there is no term, how it was computed is not offered", async (_locale, told) => {
    const chat = await openChat(app);
    await toSummary(chat, told);
    expect((await chat.press("send")).choices).toEqual(["follow", "done"]);
  });
});

describe("typed answers", () => {
  test.each([
    ["es", "con mi nombre mijo yo no tengo nada que esconder"], ["es", "siii con mi nombre, me llamo Génesis"], ["en", "no wait, with my name"], ["en", "With my name, obviously, I have nothing to hide"],
  ] as const)("%s: %s", async (locale, words) => {
    const chat = await openChat(app);
    await toIdentity(chat, copies[locale]);
    expect((await chat.say(words)).outcome).toBe("flow-continued");
    expect((await chat.say("Rosa Elena Díaz 😊")).outcome).toBe("flow-continued");
  });

  test.each([
    ["es", "Rosa Elena Díaz", "cédula 6. 377. 120", "no tengo correo mijo, llámeme al 3174082236", "CC 6377120"],
    ["en", "Margaret Hale", "British passport, number 548127730", "I don't use email, please call me 3174082236", "PA 548127730"],
  ] as const)("%s: one's own document is taken as it is said, and the telephone instead of an e-mail", async (locale, name, document, reach, kept) => {
    const chat = await openChat(app);
    await toIdentity(chat, copies[locale]);
    await chat.press("named");
    await chat.say(name);
    expect((await chat.say(document)).choices).toContain("accept");
    await chat.press("accept");
    const heard = await chat.say(reach);
    expect(heard.outcome).toBe("flow-continued");
    await chat.press("no");
    const stored = await row(given(await chat.press("send")).radicado);
    const person = await app.app.service.db.db.selectFrom("case_person").selectAll().where("case_id", "=", stored.id).executeTakeFirstOrThrow();
    expect(person).toMatchObject({ name, phone: "+573174082236", document_type: kept.split(" ")[0], document_number: kept.split(" ")[1] });
  });
});

describe("who tells it", () => {
  test.each([
    ["es", "quiero radicar una petición", "La cuenta SIRE está a nombre de una persona que ya no trabaja aquí. Pido que cambien el administrador de la cuenta. No soy responsable de eso."],
    ["en", "I want to file a petition", "Our account is in the name of a former employee. I'm not contesting anything, my name is linked to this request. We ask that the administrator be changed."],
  ] as const)("%s: no name is made of other words, it is asked", async (locale, wish, story) => {
    const chat = await openChat(app);
    await toIdentity(chat, { locale, wish, story, kind: "petition-general" });
    const heard = await chat.press("named");
    expect(heard.choices).toEqual([]);
    expect((await chat.say("Melissa Joy Cárdenas")).choices).toEqual(["skip"]);
  });
});

describe("the kind", () => {
  test.each([
    ["es", "quiero felicitar a un funcionario", "En la oficina de Pereira me atendieron muy bien y con mucha amabilidad, gracias", "no, eso no es una felicitación, es un reclamo porque el certificado llegó malo", "claim"],
    ["en", "I want to thank an officer", "At the Pereira office I was served very well and kindly, thank you all", "no, it is not a compliment, it is a claim because the certificate came wrong", "claim"],
  ] as const)("%s: free words choose it", async (_locale, wish, story, words, kind) => {
    const chat = await openChat(app);
    await chat.say(wish);
    await chat.press("accept");
    await until(chat, await chat.say(story), "yes");
    const heard = await until(chat, await chat.say(words), "named");
    expect(heard.choices).toContain("anonymous");
    await chat.press("anonymous");
    await chat.press("no");
    expect((await row(given(await chat.press("send")).radicado)).kind).toBe(kind);
  });

  test.each([
    ["es", "quiero felicitar a un funcionario", "el viernes 20 fui a la oficina de Barranquilla", "el vigilante me ayudó a buscar el recibo", "super lindos, no me cobraron ni nada 💛"],
    ["en", "I want to thank an officer", "I went to the Barranquilla office on Friday 20", "the guard helped me to find my receipt", "such lovely people, they charged me nothing at all"],
  ] as const)("%s: a story in pieces is one story", async (_locale, wish, first, ...more) => {
    const pieces = [first, ...more];
    const chat = await openChat(app);
    await chat.say(wish);
    await chat.press("accept");
    await until(chat, await chat.say(first), "yes");
    for (const piece of more) expect((await chat.say(piece)).outcome).toBe("flow-continued");
    await until(chat, await chat.press("compliment").then((heard) => (heard.outcome === "flow-continued" ? heard : chat.press("yes"))), "named");
    await chat.press("anonymous");
    await chat.press("no");
    const { story, happened, place } = await row(given(await chat.press("send")).radicado);
    expect(story).toBe(pieces.join("\n"));
    expect([happened, place]).toEqual([expect.stringContaining("20"), expect.stringContaining("Barranquilla")]);
  });
});

describe("the consent", () => {
  test.each([
    ["es", "quiero presentar una queja", "¿cuánto se demora la respuesta?", "Sí, autorizo. Las huellas también"],
    ["en", "I want to file a complaint", "how long does the answer take?", "Yes, I authorise it. Fingerprints too..."],
  ] as const)("%s: a question in between keeps the intake open, and a yes with a tail is one", async (_locale, wish, question, words) => {
    const chat = await openChat(app);
    await chat.say(wish);
    expect((await chat.say(question)).choices).toEqual(expect.arrayContaining(["accept", "decline"]));
    expect((await chat.say(words)).outcome).toBe("flow-continued");
  });
});
