import { describe, expect, test } from "vitest";
import { correctionIn } from "../../src/flow/correction.ts";
import { contextOf, flowOf, talk } from "./talk.ts";

const flow = flowOf(`
flow: f
steps:
  - form:
      name: { as: name }
      email: { as: email }
      phone: { as: phone }
  - choose: office
    from: [north, south]
  - choose: confirm
    from: [send]
`);
const titles: Record<string, [es: string, en: string]> = {
  "repair.slot.name": ["su nombre", "your name"],
  "repair.slot.email": ["su correo", "your e-mail"],
  "repair.slot.phone": ["su teléfono", "your phone number"],
  "f.office.name": ["la sede", "the office"],
};
const context = contextOf({}, {
  has: (key) => key in titles,
  title: (title, locale) => ("key" in title ? titles[title.key]?.[locale === "es" ? 0 : 1] ?? title.key.split(".").at(-1)! : title.both[locale]),
});

describe("which answer a citizen wants to change", () => {
  test.each([
    ["mi correo está mal", { slot: "email" }],
    ["my e-mail is wrong", { slot: "email" }],
    ["el teléfono es 3109876543", { slot: "phone", text: "+573109876543" }],
    ["me equivoqué en el correo, es ana.ruiz@y.org", { slot: "email", text: "ana.ruiz@y.org" }],
    ["quiero cambiar la sede a south", { slot: "office", text: "south" }],
    ["change my name to Eva Díaz", { slot: "name", text: "Eva Díaz" }],
    ["no, es otra@z.com", { slot: "email", text: "otra@z.com" }],
    ["eso está mal", null],
  ])("%s", async (words, expected) => {
    const { say, cursor } = talk(flow, context);
    await say({ kind: "start", slots: { name: "Ana Ruiz", email: "ana@x.co", phone: "3001234567", office: "north" } });
    expect(correctionIn(flow, cursor(), words, context)).toEqual(expected);
  });
});
