import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";

let app: RunningApp;
beforeAll(async () => { app = await startApp({ NOW: "2026-11-23T15:00:00Z" }); });
afterAll(() => app.close());

/** A conversation: "!" presses a choice. Gives what was said to each, as refs, with the words of all. */
const talk = (locale: "es" | "en") => {
  const conversationId = randomUUID();
  return async (line: string) => {
    const inbound = line.startsWith("!") ? { choice: line.slice(1) } : { text: line };
    const { replies, outcome } = await app.app.service.reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale, ...inbound });
    return { refs: replies.map(({ ref }) => ref), text: replies.map(({ text }) => text).join("\n"), choices: replies.flatMap(({ choices }) => choices.map(({ value }) => value)), sources: replies.flatMap(({ sources }) => sources), outcome };
  };
};

const asks = (refs: string[]) => refs.filter((ref) => ref.endsWith(".ask"));

describe.each([
  ["es", "llegué deportado ayer, no tengo dónde dormir, estoy en Cúcuta", "nada de eso", "no, estoy en Cali"],
  ["en", "I was deported yesterday, have nowhere to sleep and I am in Cúcuta", "none of these", "no, I am in Cali"],
] as const)("in %s", (locale, story, none, elsewhere) => {
  test("a story gets its route at once, only what changes it is asked, and it can be corrected", async () => {
    const say = talk(locale);
    const first = await say(story);
    expect(first.outcome).toBe("flow-started");
    expect(first.refs.slice(0, 2)).toEqual(["care.understood", "care.route"]);
    expect(first.text).toContain("Cúcuta");
    expect(first.text).toContain("123");
    expect(first.sources.length).toBeGreaterThan(0);
    expect(asks(first.refs)).toEqual(["find-route.condition.ask"]);
    expect((await say("3")).refs).toEqual(expect.arrayContaining(["care.step", "find-route.condition.ask"]));
    const route = await say(none);
    expect(route.choices).toEqual(expect.arrayContaining(["aid-town-hall", "return-registry", "centre-cucuta", "all", "refer", "change", "again", "person", "no"]));
    expect((await say(String(route.choices.indexOf("centre-cucuta") + 1))).refs[0]).toBe("care.step");
    const moved = await say(elsewhere);
    expect(moved.choices).toContain("centre-cali");
    expect(moved.refs).toContain("care.changed");
    expect(moved.refs).not.toContain("care.route");
    expect(moved.choices).not.toContain("centre-cucuta");
    expect((await say("!all")).refs.filter((ref) => ref === "care.step").length).toBe(moved.choices.indexOf("all"));
    expect((await say("!refer")).refs).toContain("refer-me.intro");
  });

  test("every question may be skipped", async () => {
    const say = talk(locale);
    await say("!flow:find-route");
    let last = await say("!skip");
    for (let i = 0; i < 6 && !last.choices.includes("all"); i++) last = await say("!skip");
    expect(last.refs).toContain("care.general");
    expect(last.choices).toContain("legal-petition");
    expect((await say("!no")).outcome).toBe("flow-completed");
  });
});

test("danger goes first with its own text, then the route of it, with what was told beside", async () => {
  const say = talk("es");
  const told = await say("mi marido me pega, soy venezolana y estoy en Bogotá con mi hijo");
  expect(told.outcome).toBe("danger-violence");
  expect(told.choices).toContain("flow:find-route:violence");
  const route = await say("!flow:find-route:violence");
  expect(route.refs.slice(0, 3)).toEqual(["care.understood", "care.route", "care.step"]);
  expect(route.text).toMatch(/123[^]*155[^]*01 8000 112137[^]*141/);
});

test("what is told in the middle is heard beside what is known", async () => {
  const say = talk("en");
  await say("!flow:find-route");
  const asked = await say("I am Venezuelan and I need a school for my son in Barranquilla");
  expect(asks(asked.refs)).toEqual(["find-route.more.ask"]);
  expect(asked.choices).toContain("centre-barranquilla");
  expect((await say("I am also pregnant")).text).toContain("pregnant");
});

test.each([
  ["es", "no tenemos nada, dormimos en un parque con mi hija en Santa Marta", "cuál era el paso 3", "quiero ver otra vez los pasos", "ok, acepto", "cancelar"],
  ["en", "we have nothing, I sleep in a park with my daughter in Santa Marta", "what was step 3", "I want to see the steps again", "ok, I accept", "cancel"],
] as const)("after a referral that is refused, taken up or left the route is there with its steps, in %s", async (locale, story, third, again, agree, leave) => {
  const say = talk(locale);
  await say(story);
  await say("!venezuelan");
  const { choices } = await say("!nothing");
  await say("!refer");
  await say("!personeria");
  const back = await say("!decline");
  expect(back.refs).toEqual(["refer-me.declined", "repair.digression", "find-route.more.ask"]);
  expect(back.choices).toEqual(choices);
  expect((await say(third)).text).toContain("**3. ");
  expect((await say("2")).text).toContain("**2. ");
  expect((await say(again)).refs.filter((ref) => ref === "care.step")).toHaveLength(choices.indexOf("all"));
  expect((await say(agree)).refs).toContain("refer-me.name.ask");
  expect((await say(leave)).refs).toEqual(["repair.cancel.kept", "repair.digression", "find-route.more.ask"]);
  expect((await say("3")).text).toContain("**3. ");
});

test.each([
  ["es", "tengo 7 meses y boto sangre", "no voy al hospital no tengo papeles"],
  ["en", "I am 7 months pregnant and bleeding", "I am not going to the hospital, I have no papers"],
] as const)("who has no papers is told to go to the emergency room all the same, in %s", async (locale, danger, shuns) => {
  const say = talk(locale);
  expect((await say(danger)).outcome).toBe("danger-medical");
  expect((await say(shuns)).refs).toEqual(["danger.after.no-papers", "danger.person"]);
});

test("what to do after a danger is its own route, not the one of work that was told beside", async () => {
  const say = talk("es");
  expect((await say("una señora me trajo para trabajar en un bar en Bucaramanga, me tiene la cédula y no me deja salir")).outcome).toBe("danger-trafficking");
  const next = await say("¿qué hago? estoy sola un ratico");
  expect(next.refs.slice(0, 3)).toEqual(["danger.perhaps-trafficking", "care.understood", "care.route"]);
  expect(next.text).toContain("01 8000 522020");
  expect(next.text).not.toContain("IMEBU");
});

test.each([
  ["es", "volvimos de Chile a Cali hace dos meses con mi hijo, necesitamos un colegio", "Cambiar algo", "no soy colombiana, soy peruana", "no tengo hijos", "ya le dije que vivo en Cali", "ese no es mi caso"],
  ["en", "we came back from Spain to Cali two months ago with our son, we need a school", "change something", "I am not Colombian, I am Canadian", "I have no kids", "I told you that I live in Cali", "that is not my case"],
] as const)("what was read of a person can be put right at any step, by button and in words, in %s", async (locale, story, change, who, children, again, protest) => {
  const say = talk(locale);
  expect((await say(story)).choices).toContain("school-place");
  expect((await say(change)).choices).toEqual(expect.arrayContaining(["correct:need", "correct:who", "correct:condition", "correct:city"]));
  expect(asks((await say("!correct:who")).refs)).toEqual(["find-route.who.ask"]);
  expect((await say("!returnee")).choices).toContain("return-office");
  const foreign = await say(who);
  expect(foreign.refs).toContain("care.understood");
  expect(asks(foreign.refs)).toEqual(["find-route.paper.ask"]);
  expect((await say(change)).choices).toContain("correct:who");
  expect((await say(again)).refs[0]).toBe("repair.known");
  await say("!visa");
  const childless = await say(children);
  expect(childless.refs).toContain("care.understood");
  expect(childless.choices).not.toContain("return-office");
  expect((await say(protest)).refs).toEqual(["repair.correct-which"]);
});

test("what is asked vaguely begins the route finder, and what it is about is heard there", async () => {
  const say = talk("en");
  expect(asks((await say("may i ask u something")).refs)).toEqual(["find-route.need.ask"]);
  expect((await say("it is about my degree, from Canada")).refs).toContain("care.understood");
});

describe.each([
  ["es", "soy venezolana, tengo PPT y vivo en Medellín", "necesito trabajo", "¿puedo trabajar o no?", "si me dicen que no"],
  ["en", "I am Venezuelan, I have a PPT and live in Medellín", "I need work", "can I work with this paper?", "and if they say no"],
] as const)("questions and a second route, in %s", (locale, self, need, question, refused) => {
  test("what was told before is known, a question below gets its plain answer and the route stays", async () => {
    const say = talk(locale);
    await say(self);
    await say("!flow:find-route");
    expect(asks((await say(need)).refs)).toEqual(["find-route.condition.ask"]);
    expect((await say("!skip")).choices).toEqual(expect.arrayContaining(["work-ppt", "centre-medellin"]));
    const answered = await say(question);
    expect(answered.refs[0]).toBe("care.answer");
    expect(answered.sources.length).toBeGreaterThan(0);
    expect((await say(refused)).refs).toContain("care.answer");
    await say("!no");
    await say("!flow:find-route");
    const second = await say("!health");
    expect(["find-route.condition.ask", "find-route.more.ask"]).toContain(asks(second.refs)[0]);
  });
});

test("who is abroad is referred to nobody in Colombia, and may refuse every institution at home", async () => {
  const away = talk("es");
  await away("!flow:refer-me");
  await away("!legal");
  expect((await away("estoy en Madrid, España")).refs).toEqual(expect.arrayContaining(["refer-me.abroad", "refer-me.nobody"]));
  const home = talk("en");
  await home("!flow:refer-me");
  await home("!legal");
  expect((await home("Arauca")).choices).toContain("none");
  expect((await home("no")).refs).toContain("refer-me.then.ask");
});

test("the route of a return leads to its check, also by the words that it tells to write", async () => {
  const say = talk("es");
  await say("!flow:find-route");
  expect((await say("soy colombiano, volví de Chile hace dos meses y quiero la ayuda del retorno")).refs).toContain("care.understood");
  expect((await say("quiero saber si cumplo con la ley de retorno")).choices).toContain("flow:return-check");
  expect((await say("!flow:return-check")).refs).toContain("return-check.intro");
});

describe("the page of a route", () => {
  const page = (address: string, lang = "es") => fetch(`${app.url}/ruta/${address}?lang=${lang}`);

  test.each(["es", "en"])("is whole without script, in %s, keeps nothing, and can be left", async (lang) => {
    const response = await page("e-a-b-i-0-f", lang);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).not.toContain("<script");
    expect(html).toContain('href="tel:123"');
    expect(html.match(/class="leave"/g)).toHaveLength(2);
    expect(html.match(/<h2>/g)!.length).toBe(html.match(/class="sources"/g)!.length);
  });

  test("has a neutral title where others may look", async () => {
    const { texts } = app.app.service.content;
    const titles = await Promise.all(["g-b-e-i-0-a", "h-e-e-i-0-m", "a-b-e-a-0-d"].map(async (address) => /<title>(.*?)<\/title>/.exec(await (await page(address)).text())?.[1]));
    expect(titles).toEqual([texts.text("care.page.discreet", "es"), texts.text("care.page.discreet", "es"), texts.text("care.page.title", "es")]);
  });

  test("is none for an address that is none", async () => {
    expect(await Promise.all(["x", "e-a-b-i-0", "z-z-z-z-z-z", "%3Cscript%3E"].map(async (address) => (await page(address)).status))).toEqual([404, 404, 404, 404]);
  });
});
