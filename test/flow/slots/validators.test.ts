import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validatorNames, type ValidatorName } from "../../../src/flow/slots/names.ts";
import { radicadoShape, writeRadicado } from "../../../src/radicado.ts";
import { validators } from "../../../src/flow/slots/validators.ts";
import type { SlotContext } from "../../../src/flow/slots/validator.ts";
import { now } from "../talk.ts";

const es: SlotContext = { locale: "es", now };
const parse = (name: ValidatorName, text: string, locale: "es" | "en" = "es") => {
  const parsed = validators[name].parse(text, {}, { locale, now });
  return "ok" in parsed ? parsed.ok : `? ${parsed.problem}`;
};
const radicado = writeRadicado("PQR", 2026, 123);

const cases: Partial<Record<ValidatorName, [text: string, value: string | number][]>> = {
  name: [
    ["ana ruiz", "Ana Ruiz"], ["me llamo JOSE DE LA HOZ", "Jose de la Hoz"], ["my name is John O'Neil", "John O'Neil"],
    ["Ruiz Gómez, Ana", "Ana Ruiz Gómez"], ["Hola, soy Pedro", "Pedro"], ["María José Pérez-Gómez", "María José Pérez-Gómez"],
    ["i'm maria", "Maria"], ["cuánto cuesta", "? name"], ["3001234567", "? name"], ["x", "? name"], ["", "? name"],
  ],
  email: [
    ["Ana@X.co", "ana@x.co"], ["mi correo es ana.ruiz+1@gmail.com.", "ana.ruiz+1@gmail.com"],
    ["ana arroba gmail punto com", "ana@gmail.com"], ["ana @ gmail . com", "ana@gmail.com"], ["ana@gmail,com", "ana@gmail.com"],
    ["anaruiz at gmail dot com", "anaruiz@gmail.com"], ["ana guion bajo ruiz arroba hotmail punto com", "ana_ruiz@hotmail.com"],
    ["ana@gmail", "? email"], ["a@b@c.com", "? email"], ["no tengo", "? email"],
  ],
  phone: [
    ["3001234567", "+573001234567"], ["300 123 4567", "+573001234567"], ["+57 300-123-4567", "+573001234567"],
    ["0057 3001234567", "+573001234567"], ["573001234567", "+573001234567"], ["(601) 555 1234", "+576015551234"],
    ["mi cel es 3 0 0 1 2 3 4 5 6 7 gracias", "+573001234567"], ["+58 412 1234567", "+584121234567"],
    ["584121234567", "+584121234567"], ["+1 305 555 0123", "+13055550123"], ["5551234", "? phone-area"],
    ["300123456", "? phone"], ["1.020.345.678", "? phone"], ["05/01/2027", "? phone"],
  ],
  document: [
    ["cc 1.020.345.678", "CC 1020345678"], ["mi cédula es 1020345678", "CC 1020345678"], ["C.C. 52.123.456", "CC 52123456"],
    ["cédula de ciudadanía No. 79456123", "CC 79456123"], ["1020345678 cc", "CC 1020345678"], ["CE-456789", "CE 456789"],
    ["mi cedula de extranjeria es 456789", "CE 456789"], ["my foreigner id is 456789", "CE 456789"],
    ["ppt 1234567", "PPT 1234567"], ["Permiso por Protección Temporal número 7654321", "PPT 7654321"],
    ["TI 1020345678", "TI 1020345678"], ["pasaporte AB123456", "PA AB123456"], ["passport no. 123456789", "PA 123456789"],
    ["pasaporte venezolano 123456789", "PA 123456789"], ["1020345678", "? document-type"], ["cc 12", "? document"],
    ["tengo pasaporte", "? document"],
  ],
  date: [
    ["5 de enero", "2027-01-05"], ["el 5 de enero del 2027", "2027-01-05"], ["05/01/2027", "2027-01-05"], ["5-1-27", "2027-01-05"],
    ["12/25/2026", "2026-12-25"], ["2027-01-05", "2027-01-05"], ["mañana", "2026-11-24"], ["manana", "2026-11-24"],
    ["pasado mañana", "2026-11-25"], ["el próximo martes", "2026-11-24"], ["lunes", "2026-11-30"], ["miercoles", "2026-11-25"],
    ["el lunes que viene", "2026-11-30"], ["día 15", "2026-12-15"], ["quiero el viernes 27 de noviembre", "2026-11-27"],
    ["nací el 3 de mayo de 1985", "1985-05-03"], ["tomorrow at 3", "2026-11-24"], ["next tuesday", "2026-12-01"],
    ["monday", "2026-11-30"], ["january 5", "2027-01-05"], ["may 2", "2027-05-02"], ["in two weeks", "2026-12-07"],
    ["31/02/2027", "? date"], ["tengo 2 hijos", "? date"], ["3pm", "? date"], ["enero", "? date"],
  ],
  moment: [
    ["mañana a las 3", "2026-11-24T15:00"], ["el próximo martes en la tarde", "2026-11-24 afternoon"], ["5 de enero 9am", "2027-01-05T09:00"],
    ["next Tuesday at 3", "2026-12-01T15:00"], ["manana en la manana", "2026-11-24 morning"], ["el martes mañana", "2026-11-24 morning"],
    ["pasado mañana por la noche", "2026-11-25 evening"], ["martes 3 pm", "2026-11-24T15:00"], ["el 24 a las diez y media", "2026-11-24T10:30"],
    ["el lunes a las nueve menos cuarto", "2026-11-30T08:45"], ["half past nine on monday", "2026-11-30T09:30"], ["tomorrow at noon", "2026-11-24T12:00"],
    ["viernes a las 7 de la mañana", "2026-11-27T07:00"], ["viernes 19:15", "2026-11-27T19:15"], ["viernes 07:15", "2026-11-27T07:15"],
    ["05/01/2027 a las 3:30 p. m.", "2027-01-05T15:30"], ["esta tarde", "2026-11-23 afternoon"], ["friday 12 am", "2026-11-27T00:00"],
    ["mañana a las 7", "? moment-half"], ["a las 3", "? moment-day"], ["mañana", "? moment-time"], ["viernes 25:00", "? moment-time"],
    ["good morning", "? moment"], ["lo hago más tarde", "? moment"], ["buenas tardes", "? moment"],
  ],
  amount: [
    ["50 mil", "50000 COP"], ["$120.000", "120000 COP"], ["1,5 millones", "1500000 COP"], ["cien mil pesos", "100000 COP"], ["200k", "200000 COP"],
    ["1.500.000", "1500000 COP"], ["1 500 000", "1500000 COP"], ["un millón y medio", "1500000 COP"], ["un millón quinientos", "1500000 COP"],
    ["1 millón 200 mil", "1200000 COP"], ["dos mil millones", "2000000000 COP"], ["50 lucas", "50000 COP"], ["half a million", "500000 COP"],
    ["30 dólares", "30 USD"], ["US$ 1,500.50", "1500.5 USD"], ["two hundred dollars", "200 USD"], ["99,90 euros", "99.9 EUR"], ["€20", "20 EUR"],
    ["el 5 de enero pagué 50 mil", "50000 COP"], ["50", "50 COP"], ["$ 1.200,50", "1200.5 COP"],
    ["100 bolívares", "? amount-currency"], ["500 pesos mexicanos", "? amount-currency"], ["entre 50 y 60 mil", "? amount"], ["50 o 60 mil", "? amount"],
    ["1,5", "? amount"], ["12.34.567", "? amount"], ["1.0000", "? amount"], ["300 123 4567", "? amount"], ["-5", "? amount"], ["hola", "? amount"],
  ],
  city: [
    ["bta", "bogota"], ["Bogota D.C.", "bogota"], ["la nevera", "bogota"], ["bogata", "bogota"], ["medallo", "medellin"],
    ["medelin", "medellin"], ["curramba", "barranquilla"], ["quilla", "barranquilla"], ["barranqila", "barranquilla"],
    ["vivo en cali", "cali"], ["sta marta", "santa-marta"], ["santamarta", "santa-marta"], ["cucutta", "cucuta"],
    ["en el barrio x de Medellin", "medellin"], ["I live near Bucaramanga", "bucaramanga"], ["la heroica", "cartagena"], ["Ciudad: Bogotá", "bogota"], ["ciudad bonita", "bucaramanga"],
    ["Bogotá o Cali", "? city"], ["paris", "? city"], ["constructor", "? city"],
  ],
  number: [
    ["5", 5], ["somos cinco", 5], ["treinta y dos", 32], ["dos mil ciento veinte", 2120], ["two hundred and five", 205],
    ["1.200", 1200], ["un millon", 1_000_000], ["millones millones millones", "? number"], ["dos mil millones", 2_000_000_000], ["-5", "? number"], ["3.5", "? number"], ["constructor", "? number"],
  ],
  yesno: [
    ["si", "yes"], ["Sí, por favor", "yes"], ["claro que sí", "yes"], ["de acuerdo", "yes"], ["yes please", "yes"],
    ["no gracias", "no"], ["nop", "no"], ["no sé", "? yesno"], ["si, pero quiero saber", "? yesno"], ["si no", "? yesno"],
  ],
  radicado: [
    [radicado, radicado], [`mi radicado es ${radicado.toLowerCase().replaceAll("-", " ")}`, radicado],
    [radicado.replaceAll("0", "O"), radicado], ["PQR-2026-000123", "? radicado"], ["hola", "? radicado"],
  ],
  when: [
    ["lo antes posible", "soonest"], ["as soon as possible", "soonest"], ["cualquier día", "soonest"], ["the first available", "soonest"],
    ["el próximo martes en la tarde", "2026-11-24 afternoon"], ["el martes", "2026-11-24"], ["mañana por la mañana", "2026-11-24 morning"],
    ["despues del 10", "2026-12-11/"], ["después del 10 de diciembre en la mañana", "2026-12-11/ morning"], ["after the 10th", "2026-12-11/"],
    ["a partir del lunes", "2026-11-30/"], ["no puedo antes del 2 de diciembre", "2026-12-02/"], ["antes del viernes", "/2026-11-26"],
    ["del 3 al 10 de diciembre", "2026-12-03/2026-12-10"], ["between December 3 and December 10", "2026-12-03/2026-12-10"],
    ["la próxima semana en la tarde", "2026-11-30/2026-12-06 afternoon"], ["next week", "2026-11-30/2026-12-06"], ["la semana del 7", "2026-12-07/2026-12-13"],
    ["a finales de diciembre", "2026-12-20/2026-12-31"], ["early December", "2026-12-01/2026-12-10"], ["the first week of december", "2026-12-01/2026-12-07"],
    ["en dos semanas", "2026-12-07/"], ["en la tarde", "afternoon"], ["any morning", "morning"], ["a las 3", "at 15:00"], ["el martes a las 7", "2026-11-24 morning"],
    ["el jueves a las 10", "2026-11-26T10:00"], ["tuesday december 1 in the afternoon", "2026-12-01 afternoon"], ["5 de diciembre", "2026-12-05"],
    ["3001234567", "? when"], ["cc 1020345678", "? when"], ["sí", "? when"], ["7", "? when"], ["llevo tres meses esperando", "? when"],
  ],
  booking: [
    ["A000123-KX", "A000123-KX"], ["mi cita es la a 000123 kx", "A000123-KX"], ["A000123KX gracias", "A000123-KX"], ["PQR-2026-000123-K", "? booking"], ["A123-KX", "? booking"],
  ],
  code: [
    ["K7M4-TQ2P", "K7M4-TQ2P"], ["k7m4 tq2p", "K7M4-TQ2P"], ["mi código es k7m4tq2p", "K7M4-TQ2P"], ["ABCD-EFGH", "ABCD-EFGH"], ["K7M4-TQ2P-R3T5", "K7M4-TQ2P-R3T5"],
    ["no tengo código", "? code"], ["K7M4", "? code"],
  ],
  text: [["  hola \u0000 ", "hola"], ["", "? too-short"], ["x".repeat(5000), "? too-long"]],
};

describe.each(Object.entries(cases) as [ValidatorName, [string, string | number][]][])("%s", (name, rows) => {
  test.each(rows)("%s → %s", (text, value) => expect(parse(name, text)).toBe(value));
});

test("bounds are told with the problem", () => {
  expect(validators.number.parse("7", { max: 5 }, es)).toEqual({ problem: "number-high", params: { max: 5 } });
  expect(validators.text.parse("hola", { min: 20 }, es)).toEqual({ problem: "too-short", params: { min: 20 } });
});

test("a radicado with any one wrong sign, or two neighbours that changed places, is not one", () => {
  const wrongSigns = (sign: string) => [...(/\d/.test(sign) ? "0123456789" : "ABCDEFGHJKMNPQRSTVWXYZ")].filter((other) => other !== sign);
  const one = fc.record({ prefix: fc.stringMatching(/^[A-Z]{2,4}$/), year: fc.integer({ min: 2020, max: 2099 }), sequence: fc.integer({ min: 1, max: 999_999 }) });
  fc.assert(fc.property(one, ({ prefix, year, sequence }) => {
    const written = writeRadicado(prefix, year, sequence);
    expect(written).toMatch(radicadoShape);
    const signs = [...written.replaceAll("-", "")];
    for (const [at, sign] of signs.entries()) {
      for (const other of wrongSigns(sign)) expect(parse("radicado", signs.with(at, other).join(""))).toBe("? radicado");
      const next = signs[at + 1];
      if (next !== undefined && next !== sign) expect(parse("radicado", signs.with(at, next).with(at + 1, sign).join(""))).toBe("? radicado");
    }
  }), { numRuns: 60 });
});

test("a half of a moment is joined by the next answer", () => {
  const joined = (first: string, next: string) => {
    const half = validators.moment.parse(first, {}, es);
    return "ok" in half ? "" : parse("moment", `${next} ${half.keep}`);
  };
  expect(joined("mañana a las 7", "morning")).toBe("2026-11-24T07:00");
  expect(joined("mañana a las 7", "en la tarde")).toBe("2026-11-24T19:00");
  expect(joined("a las 3", "mañana")).toBe("2026-11-24T15:00");
  expect(joined("el martes", "a las 9 y media")).toBe("2026-11-24T09:30");
  expect(joined("el martes", "4")).toBe("2026-11-24T16:00");
  expect(joined("el martes", "afternoon")).toBe("2026-11-24 afternoon");
});

test("an hour of a day, said in any of these ways, is that hour", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom("es" as const, "en" as const), (hour, minute, locale) => {
    const [h, m] = [String(hour).padStart(2, "0"), String(minute).padStart(2, "0")];
    const half = hour < 12 ? "am" : "pm";
    const day = locale === "es" ? "5 de enero" : "5 January";
    const at = locale === "es" ? "a las" : "at";
    for (const said of [`${day} ${h}:${m}`, `${day} ${at} ${hour % 12 || 12}:${m} ${half}`, `${at} ${hour % 12 || 12}:${m} ${half}, ${day}`, `2027-01-05T${h}:${m}`]) {
      expect(parse("moment", said, locale), said).toBe(`2027-01-05T${h}:${m}`);
    }
  }));
});

test("thousands are never taken for decimals, in any way of writing them", () => {
  const grouped = (n: number, sep: string) => String(n).replace(/\B(?=(\d{3})+$)/g, sep);
  fc.assert(fc.property(fc.integer({ min: 1000, max: 999_999_999 }), fc.constantFrom(".", ",", " ", "'", ""), fc.constantFrom("COP", "USD", "EUR"), (n, sep, currency) => {
    expect(parse("amount", `${grouped(n, sep)} ${currency}`)).toBe(`${n} ${currency}`);
    expect(parse("amount", `valen $${grouped(n, sep)}`)).toBe(`${n} COP`);
  }));
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
    expect(parse("amount", `${n} mil`)).toBe(`${n * 1000} COP`);
    expect(parse("amount", `${n}k`)).toBe(`${n * 1000} COP`);
    expect(parse("amount", `${n},5 millones`)).toBe(`${n * 1_000_000 + 500_000} COP`);
  }));
});

/** Any string, and strings made of what validators look for. */
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(
    "soy", "Ana", "cc", "1020345678", "ana@x.co", "+57", "300", "1234567", ",", ";", "5", "de", "enero", "mañana", "cali", "bta", "la",
    "nevera", "PQR", "2026", "000123", "dos", "mil", "y", "martes", "arroba", "punto", "\n", "ﬁ", "İ", "ß", "a las", "15:00", "tarde", "at", "7", "pm", "$", "50.000", "millones", "medio", "usd", "k", "31/12/2026", "passport",
  ), { maxLength: 12 }).map((parts) => parts.join(" ")),
);

describe.each(validatorNames.map((name) => [name]))("%s, for any words", (name) => {
  const validator = validators[name];

  test("never throws, and what it takes it takes again as the same", () => {
    fc.assert(fc.property(words, fc.constantFrom("es" as const, "en" as const), (text, locale) => {
      const parsed = validator.parse(text, {}, { locale, now });
      if (!("ok" in parsed)) return;
      expect(validator.parse(String(parsed.ok), {}, { locale, now })).toEqual(parsed);
      const shown = validator.show(parsed.ok);
      if (typeof shown === "string" || typeof shown === "number") {
        expect(validator.parse(String(shown), {}, { locale, now })).toEqual(parsed);
      }
    }), { numRuns: 400 });
  });

  test("finds only what stands in the text", () => {
    fc.assert(fc.property(words, (text) => {
      const found = validator.find?.(text, es);
      if (!found) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThan(found.start);
      expect(found.end).toBeLessThanOrEqual(text.length);
    }), { numRuns: 400 });
  });
});
