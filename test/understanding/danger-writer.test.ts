import { expect, test } from "vitest";
import { tellsAbroad } from "../../src/understanding/danger/abroad.ts";
import { asksIfPrivate } from "../../src/understanding/danger/private.ts";
import { fearsParent, saysSafe, tellsMinor } from "../../src/understanding/danger/writer.ts";
import { wordsIn } from "../../src/understanding/spoken.ts";

test.each([
  "mi marido me pega desde que llegamos a Sevilla de España, vivimos en Madrid", "me trajeron a Panamá con un contrato falso", "we are locked in a house in Cancún", "he brought me to Germany and hits me",
  "how do i get back home to Colombia, my boss has my passport", "quiero devolverme para Colombia con mi hija",
])("is told from abroad: %s", (text) => {
  expect(tellsAbroad(text)).toBe(true);
});

test.each([
  "volví de Chile y me amenazan", "mi prima se fue para Turquía y no la dejan salir", "soy venezolana, mi marido me pega", "we came back from Houston in May, a man asks for money", "my mother lives in Spain and my husband hits me",
  "me fui de Venezuela porque me amenazaron",
])("is not told from abroad: %s", (text) => {
  expect(tellsAbroad(text)).toBe(false);
});

test.each([
  ["ya estoy a salvo donde mi hermana", true], ["i'm safe now, i want to report him", true], ["ya me fui de la casa, pero me está buscando", false], ["am i safe now?", false], ["no estoy segura aquí", false], ["i left him last week and he found us again", false],
])("%s: says to be safe: %s", (text, safe) => {
  expect(saysSafe(wordsIn(text))).toBe(safe);
});

test.each([
  ["hola, tengo 16 y llegué sola", true], ["can i call myself? im 16", true], ["i'm 12 weeks pregnant", false], ["mi hija tiene 14", false], ["tengo 15 días de retraso", false],
])("%s: a minor writes: %s", (text, minor) => {
  expect(tellsMinor(text)).toBe(minor);
});

test.each([["my stepfather comes into my room when my mum works", true], ["mi padrastro me toca y mi mamá no me cree", true], ["tengo 30 años y mi padrastro me pega", false], ["my husband shouts at my stepfather", false]])(
  "%s: who fears a parent at home, and is not grown: %s", (text, fears) => {
    expect(fearsParent(wordsIn(text))).toBe(fears);
  },
);

test.each(["is this private?", "no i mean is it private if i write here. will he see it", "¿esto es confidencial?", "mi marido se entera de lo que escribo?", "who can read this"])("asks who sees what is written: %s", (text) => {
  expect(asksIfPrivate(text)).toBe(true);
});

test.each(["can you see when my brother left the country", "private clinics for foreigners", "quién lee mi solicitud de visa", "is my visa valid", "¿puede ver el médico a mi hijo?"])("asks something else: %s", (text) => {
  expect(asksIfPrivate(text)).toBe(false);
});
