import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "../../src/answers/redact.ts";

describe("redact", () => {
  test.each([
    ["escríbame a ana.perez+x@correo.com.co ya", "[email]", "ana.perez"],
    ["mi cel es 310 456 7890", "[phone]", "456"],
    ["call me at +1 (305) 555-0147", "[phone]", "555"],
    ["cédula 1.020.345.678", "[document]", "345"],
    ["C.E. No. 456789", "[document]", "456789"],
    ["mi PPT es 1234567", "[document]", "1234567"],
    ["passport AB123456", "[document]", "123456"],
    ["consigné en 12345678901234", "[number]", "12345678901234"],
    ["Me llamo María José de la Cruz y quiero una cita", "[name]", "María"],
    ["me llamo pedro perez y necesito ayuda", "[name]", "pedro"],
    ["my name is John Smith, please help", "[name]", "Smith"],
    ["Soy Ana Ruiz y quiero una cita", "[name]", "Ruiz"],
    ["soy ana ruiz y quiero una cita", "[name]", "ruiz"],
    ["I'm Ana Ruiz, can you help?", "[name]", "Ruiz"],
    ["gracias. Atentamente, Yeferson Buitrago", "[name]", "Buitrago"],
    ["mi esposo Yeferson pregunta por su cita", "[name]", "Yeferson"],
    ["la cita es para pedro gómez", "[name]", "gómez"],
    ["¿ya salió el permiso de Carlos Pérez Daza?", "[name]", "Pérez"],
  ])("%s", (text, mark, gone) => {
    expect(redact(text)).toContain(mark);
    expect(redact(text)).not.toContain(gone);
  });

  test.each([
    "cuesta 294.000 pesos o 1.294.000 pesos", "art. 2.2.1.11.4.1 del Decreto 1067 de 2015", "el 2026-11-22 a las 10:30",
    "venció el 12/03/2024", "Ley 1755 de 2015, artículo 14", "806.728 personas", "SC-2 de 180 días", "tengo 35 años",
    "my name is spelled wrong on the card", "Soy Ciudadana Venezolana con PPT", "soy venezolano y vivo en Cali", "el Puente Internacional Simón Bolívar",
    "vivo en Santa Marta y mi hijo es colombiano", "I am from Peru", "mi mamá vive en San Juan Nepomuceno", "la visa es para estudiar", "mi hijo menor viaja solo",
  ])("leaves alone: %s", (text) => { expect(redact(text)).toBe(text); });

  test("no e-mail address and no run of eight figures survives", () => {
    fc.assert(fc.property(fc.string(), fc.emailAddress(), fc.integer({ min: 10_000_000, max: 99_999_999 }), (around, email, number) => {
      expect(redact(`${around} x@y.co ${around}`)).not.toContain("x@y.co");
      expect(redact(`a ${email.replace(/[^\w.@-]/g, "")} b`)).not.toMatch(/\w@\w/);
      expect(redact(`${around} ${number}`)).not.toContain(String(number));
    }));
  });

  test("redacting twice changes nothing more", () => {
    fc.assert(fc.property(fc.constantFrom("me llamo Ana", "cc 1020345678", "x@y.co", "310 456 7890", "AB123456"), fc.string(), (text, around) => {
      const once = redact(`${around} ${text} ${around}`);
      expect(redact(once)).toBe(once);
    }));
  });
});
