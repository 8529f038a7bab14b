import fc from "fast-check";
import { expect, test } from "vitest";
import { createUnderstanding } from "../../src/understanding/understand.ts";

const texts = {
  passport: ["quiero sacar el pasaporte", "necesito mi pasaporte", "cómo tramito el pasaporte", "renovar pasaporte vencido", "i need a passport", "renew my passport", "how do i get a passport", "my passport expired"],
  appointment: ["quiero una cita", "agendar cita en migración", "pedir turno", "reservar una cita para mañana", "book an appointment", "i want an appointment", "schedule a visit to the office", "get a turn"],
  complaint: ["quiero poner una queja", "presentar un reclamo", "me atendieron mal y quiero quejarme", "radicar una petición", "file a complaint", "i want to complain", "submit a petition", "the service was bad, i want to report it"],
};
const examples = Object.entries(texts).flatMap(([intent, list]) => list.map((text) => ({ text, intent })));
const understand = createUnderstanding({ examples });

test("danger is found together with its language", () => {
  expect(understand("mi marido me pega", { locale: "en" })).toMatchObject({ danger: "violence", locale: "es", localeSure: true });
});

test("a command leaves no intent", () => {
  const { command, intent } = understand("cancelar");
  expect(command).toEqual({ name: "cancel" });
  expect(intent).toBeUndefined();
});

test.each([
  ["hola, quiero el pasaporte", "passport"],
  ["i'd like to book an appointment please", "appointment"],
  ["kiero poner una qeja", "complaint"],
])("%s → %s", (message, intent) => {
  expect(understand(message).intent?.name).toBe(intent);
});

test.each(["quién ganó el mundial de fútbol", "best pizza recipe with mushrooms", "1234567", "zzzz qqqq"])("no intent: %s", (message) => {
  expect(understand(message).intent).toBeUndefined();
});

test("a higher threshold refuses more", () => {
  const strict = createUnderstanding({ examples, thresholds: { intent: 1 } });
  expect(strict("quiero una cita").intent).toBeUndefined();
  expect(understand("quiero una cita").intent?.name).toBe("appointment");
});

test("words without a language keep that of the conversation", () => {
  expect(understand("PPT", { locale: "en" })).toMatchObject({ locale: "en", localeSure: false });
  expect(understand("PPT", { locale: "es" })).toMatchObject({ locale: "es", localeSure: false });
});

test("without examples it still finds danger and commands", () => {
  const bare = createUnderstanding({ examples: [] });
  expect(bare("ayuda").command).toEqual({ name: "help" });
  expect(bare("quiero una cita").intent).toBeUndefined();
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom("no", "me", "pega", "mi", "marido", "cancelar", "(", "@", "*", "¿", "\u0000", "😀", "kill", "i", "want", "to"), { maxLength: 60 })
    .map((words) => words.join(" ")),
);

test("any text is understood the same twice, and never throws", () => {
  fc.assert(fc.property(anyText, (text) => {
    const first = understand(text);
    expect(understand(text)).toEqual(first);
    expect(["es", "en"]).toContain(first.locale);
    for (const score of [first.intent?.score ?? 0, ...first.near.map((one) => one.score)]) {
      expect(score >= 0 && score <= 1).toBe(true);
    }
  }), { numRuns: 300 });
});

test.each(["a", "me pega ", "no quiero ", "¿", "x ", "ñ", "\n", "i want to "])("500 kB of %j cost no more than in proportion to 100 kB", (piece) => {
  const ms = (size: number) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    return Math.min(...Array.from({ length: 4 }, () => {
      const started = performance.now();
      understand(text);
      return performance.now() - started;
    }));
  };
  ms(100_000);
  expect(ms(500_000)).toBeLessThan(15 * ms(100_000));
});
