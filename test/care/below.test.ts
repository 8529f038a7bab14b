import { expect, test } from "vitest";
import { checkBelow } from "../../src/care/below.ts";
import type { Profile } from "../../src/care/profile.ts";
import { care, knowledge, sources } from "./world.ts";

const unsaid: Profile = { need: ["health"], who: "unsaid", since: "unsaid", paper: "unsaid", condition: [], matter: [], place: "other" };
const below = (words: string, about: Partial<Profile> = {}) => {
  const found = care.below(words, { ...unsaid, ...about });
  return typeof found === "object" ? found.es : found;
};

test.each([
  [["¿exactamente dónde voy?", "eso queda donde", "a quien le ablo", "who do I talk to", "what is the phone number?"], "where"],
  [["¿qué llevo?", "what papers do I need to bring", "qué documentos me toca llevar"], "bring"],
  [["que hago", "¿y entonces qué cambia?", "what do I do now", "por dónde empiezo"], "first"],
  [["los pasos completos", "muéstreme todos los pasos", "give me all the steps"], "all"],
] as const)("%j is answered by a part of the route", (asked, part) => {
  expect(asked.filter((words) => below(words) !== part)).toEqual([]);
});

test.each([
  [["is my deadline over?", "¿ya se me pasó el plazo?", "am I too late"], { need: ["return"], who: "returnee", since: "longer" }, /12 meses/],
  [["¿desde qué día se cuenta?", "from which day do they count?"], { need: ["papers"], who: "foreigner", paper: "visa" }, /15 días calendario/],
  [["from which day do the 2 months count?"], { need: ["papers"], who: "foreigner", paper: "nothing" }, /2 meses, desde el día que entró/],
  [["¿puede ir mi esposa por mí?", "can my friend go instead of me?"], {}, /^No tengo publicado/],
  [["¿necesito cita?", "do I need an appointment"], { need: ["papers"], who: "venezuelan" }, /^Sí para Migración/],
  [["¿abren los sábados?", "are they open on weekends?"], {}, /40 horas/],
  [["¿me comparten los datos con la policía?", "will they share my data with migracion?"], {}, /^No desde aquí/],
  [["¿pierdo el derecho por estar ilegal?", "do I lose my right for being undocumented"], { need: ["return"], who: "returnee", place: "abroad" }, /^No lo pierde/],
  [["does she pay at the hospital?", "¿y eso cuánto vale?"], {}, /^No tengo si cobran/],
] as [string[], Partial<Profile>, RegExp][])("%j has an answer below any route", (asked, about, says) => {
  expect(asked.filter((words) => !says.test(below(words, about) ?? ""))).toEqual([]);
});

test("what asks nothing has no answer there, and all that is said has its sources", () => {
  expect(["hola", "gracias", "tengo dos hijos", "soy de Haití"].filter((words) => below(words) !== undefined)).toEqual([]);
  expect(checkBelow(knowledge, sources)).toEqual([]);
});
