import { writeRadicado } from "../../../src/radicado.ts";
import type { ValidatorName } from "../../../src/flow/slots/names.ts";
import type { Bilingual } from "../../../src/locale.ts";

const same = (text: string): Bilingual => ({ es: text, en: text });

/** An answer to each kind of question, and another one. */
export const samples: Record<Exclude<ValidatorName, "files">, [Bilingual, Bilingual]> = {
  text: [
    { es: "Llevo tres meses esperando una respuesta de la oficina", en: "I have been waiting for three months for an answer from the office" },
    { es: "Perdieron mis papeles en la oficina del norte", en: "They lost my papers at the office in the north" },
  ],
  name: [same("Ana Ruiz"), same("Eva Díaz")],
  email: [same("ana@correo.co"), same("eva@otra.org")],
  phone: [same("3001234567"), same("3109876543")],
  document: [same("cc 1020345678"), same("ppt 1234567")],
  date: [same("05/03/2027"), same("09/04/2027")],
  moment: [same("05/03/2027, 09:00"), same("09/04/2027, 10:30")],
  amount: [same("$50.000"), same("80.000")],
  city: [same("Cúcuta"), same("Cali")],
  place: [same("Cali"), same("Bogotá")],
  venue: [same("Cali"), same("Medellín")],
  number: [same("3"), same("4")],
  when: [{ es: "lo antes posible", en: "as soon as possible" }, { es: "cualquier día en la mañana", en: "any day in the morning" }],
  radicado: [same(writeRadicado("PQR", 2026, 123)), same(writeRadicado("PQR", 2026, 456))],
  booking: [same("A000123-KX"), same("B000456-TR")],
  code: [same("K7M4-TQ2P"), same("R3T5-WX9D")],
  yesno: [{ es: "sí", en: "yes" }, same("no")],
};

/** What fits no question of its kind; a free text takes anything that is long enough. */
export const unfit: Record<ValidatorName | "choice", string> = {
  text: "x", name: "12 34 %%", email: "%%%", phone: "%%%", document: "%%%", date: "%%%", moment: "%%%", amount: "%%%", city: "%%%", place: "%%%", venue: "%%%", number: "%%%", radicado: "%%%", when: "%%%", booking: "%%%", code: "%%%", yesno: "%%%", files: "%%%",
  choice: "%%%",
};
