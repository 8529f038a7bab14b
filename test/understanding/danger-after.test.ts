import { expect, test } from "vitest";
import { askedAfter } from "../../src/understanding/danger/after.ts";
import { asksIfPrivate } from "../../src/understanding/danger/private.ts";
import { tellsMan } from "../../src/understanding/danger/writer.ts";

test.each([
  ["y si no me creen?", "believed"], ["what if the police laugh at me", "believed"], ["mi mamá no me cree", "believed"], ["they deny everything", "believed"], ["él lo va a negar", "believed"],
  ["y si me niegan la atención", "turned-away"], ["what if they turn him away", "turned-away"], ["isn't that line only for women?", "women-only"], ["soy hombre", "women-only"],
  ["no quiero dar mi nombre", "name"], ["do I have to give my name?", "name"], ["me van a llevar a un hogar?", "next"], ["what happens if I call", "next"], ["dónde denuncio?", "report"], ["should I file a complaint here?", "report"],
  ["mañana voy", "wait"], ["can I just go tomorrow?", "wait"], ["puedo esperar al viernes?", "wait"], ["no tengo saldo", "no-phone"], ["no tengo plata", "cost"], ["do they ask for papers there?", "papers"],
])("after a danger, %s asks of %s", (text, asked) => {
  expect(askedAfter(text)).toBe(asked);
});

test.each(["vivo en Medellín", "I live in Cali with my two kids", "¿me pueden deportar si llamo?", "tengo el PPT vencido", "qué es el RUR", "gracias"])("%s asks none of them", (text) => {
  expect(askedAfter(text)).toBeUndefined();
});

test.each([
  ["soy hombre y mi pareja me pega", true], ["my wife slaps me when she is angry", true], ["mi mujer me tiene amenazado", true], ["a mi hermano su esposa le pega", true],
  ["mi marido me pega", false], ["soy mujer y mi esposa me pega", false], ["mi novio me tiene encerrada", false], ["my husband slaps me", false],
])("%s: a man is harmed: %s", (text, man) => {
  expect(tellsMan(text)).toBe(man);
});

test.each(["¿eso queda en secreto?", "y si él se entera", "will she find out?"])("asks who gets to know: %s", (text) => {
  expect(asksIfPrivate(text)).toBe(true);
});
