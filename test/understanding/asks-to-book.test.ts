import { expect, test } from "vitest";
import { asksToBook, seeksPlace } from "../../src/understanding/asks-to-book.ts";

test.each(["necesito un cupo", "busco cupo para mi sobrina en la escuela", "quiero un cupo en el albergue"])("a place is no appointment: %s", (words) => {
  expect([seeksPlace(words), asksToBook(words)]).toEqual([true, false]);
});

test.each(["necesito un cupo para la oficina", "quiero cupo para renovar la visa", "necesito una cita", "no quiero cita por video, quiero cita presencial"])("an appointment is asked for: %s", (words) => {
  expect([seeksPlace(words), asksToBook(words)]).toEqual([false, true]);
});

test.each(["no quiero cita, es por el colegio", "i don't want an appointment", "no necesito un turno"])("none is wanted: %s", (words) => {
  expect(asksToBook(words)).toBe(false);
});
