import { expect, test } from "vitest";
import { withTold } from "../../src/actions/care-known.ts";
import type { Slots } from "../../src/flow/types.ts";
import { cityTold } from "../../src/flow/slots/city-told.ts";
import { care } from "./world.ts";

/** A story, and of what it tells the words that must be read from it: need who paper condition; "-" where nothing may be. */
const stories: [story: string, need: string, who?: string, paper?: string, condition?: string][] = [
  ["soy de Barranquilla, volví de Curazao hace dos semanas y necesito que me vea un médico", "health", "returnee"],
  ["señor buenas, es q mi mamá está muy enferma, no tenemos sisben, somos retornados de venezuela", "health", "returnee"],
  ["estoy embarazada de ocho meses y quiero saber dónde me hacen los controles, soy ecuatoriana", "health", "foreigner", "-", "pregnant"],
  ["we came from Haiti, my wife is pregnant and we have no doctor", "health", "-", "-", "pregnant"],
  ["I'm eight months along, Venezuelan with a PPT: will my baby have health cover when it's born?", "health", "venezuelan", "ppt", "pregnant"],
  ["la EPS me negó la cita, tengo PPT, ¿qué hago?", "health", "venezuelan", "ppt"],
  ["pedí refugio hace tres meses y me dieron un SC-2, ¿me sirve para la EPS?", "health", "-", "refuge"],
  ["No tengo PPT. Soy cubano, solicitante de refugio, tengo salvoconducto SC-2. ¿Cómo me afilio a salud?", "health", "foreigner", "refuge"],
  ["I have an SC-2 because I am waiting for my visa, can I see a doctor", "health", "-", "sc-2"],
  ["Chilean tourist here, broke my ankle in Santa Marta", "health"],
  ["soy gringa jubilada y quiero seguro de salud", "health", "foreigner"],
  ["Good evening. My mother (72, Venezuelan, PPT) needs her blood pressure pills in Cúcuta.", "health", "venezuelan", "ppt"],
  ["I came back to Barranquilla, have no job, spinal injury, need a doctor", "health", "returnee"],
  ["ola bengo de benezuela con mi niña i nesesito cupo en el colejio", "education", "-", "-", "child"],
  ["mi nieta tiene seis años, es venezolana sin papeles, dónde la pongo a estudiar", "education", "venezuelan", "nothing", "child"],
  ["my kids need a school in Soacha, Venezuelan, no papers", "education", "venezuelan", "nothing", "child"],
  ["we claimed asylum in Cúcuta and hold the safe-conduct, where can my son study", "education", "-", "refuge", "child"],
  ["my husband is Colombian, I am from Ecuador with a spouse visa and want to study nursing", "education", "foreigner", "visa"],
  ["soi colombiana i mis ijos nasieron en venezuela, no los quieren recivir en la escuela", "education", "returnee", "-", "child"],
  ["soy cubano residente, mi hija de 4 años necesita jardín", "education", "foreigner", "-", "child"],
  ["hola soy menor de edad tengo 16 y quiero estudiar", "education", "-", "-", "child"],
  ["quiero volver a estudiar el bachillerato", "education"],
  ["I'm a Colombian nurse, spent 12 years in Dublin, back since March, looking for employment", "work", "returnee"],
  ["mi marido es colombiano, yo soy cubana, tengo visa de cónyuge y busco empleo", "work", "foreigner", "visa"],
  ["me dieron salvoconducto para salir del país, ¿puedo trabajar estos días?", "work", "-", "sc-1"],
  ["quiero montar una panadería en Cali, volví de España hace un año y medio", "work", "returnee"],
  ["hola kiero travajar", "work"],
  ["my Colombian wife and I live in Pereira, I'm British, need to work", "work", "foreigner"],
  ["boss won't pay me, I'm Peruvian with no papers", "work", "foreigner", "nothing"],
  ["uso silla de ruedas, soy retornado, busco en qué trabajar", "work", "returnee", "-", "disability"],
  ["soy de Maracaibo y necesito trabajo", "work", "-"],
  ["vengo de Caracas, busco camello en Cali", "work", "-"],
  ["Necesito un abogado. No tengo trabajo pero eso es lo de menos.", "legal"],
  ["mi patrón no me paga desde hace dos meses y soy venezolana con PPT", "legal", "venezuelan", "ppt"],
  ["the town hall never answered my letter, I'm Colombian, came back five months ago", "legal", "returnee"],
  ["I wrote to a public body seven weeks ago asking for documents and had no reply", "legal"],
  ["me desplazaron de Arauca en 2009, vivo en Guayaquil y necesito un abogado", "legal", "victim-abroad"],
  ["soy desplazado, vivo en Caracas y quiero la reparación", "legal", "victim-abroad"],
  ["vengo de Maracaibo y necesito ayuda para comer", "emergency-aid", "-"],
  ["me deportaron de México el lunes y no tengo ni para el pasaje", "emergency-aid", "returnee"],
  ["deported from the States last week, got no place to sleep", "emergency-aid", "returnee"],
  ["Colombian displaced by the war, living in Panama City, no money for food", "emergency-aid", "victim-abroad"],
  ["llegamos de Caracas anoche y no tenemos dónde quedarnos", "emergency-aid", "-"],
  ["necesito aiuda urgente no e comido", "emergency-aid"],
  ["soy hijo de colombianos, nací en Maracaibo y quiero mi cédula", "papers", "returnee", "-", "-"],
  ["I was born in Miami, my mother is Colombian, how do I get my cédula", "papers", "returnee", "-", "-"],
  ["perdí el pasaporte y la cédula en un bus, soy colombiano", "papers", "returnee"],
  ["me cancelaron el PPT por viajar, soy venezolana", "papers", "venezuelan", "expired"],
  ["I hold no Colombian permit at all, I'm Venezuelan; people offer me a PPT, how do I get a permit", "papers", "venezuelan", "nothing"],
  ["quiero regresar a mi país, vivo en Santiago de Chile hace seis años", "return", "returnee", "-", "-"],
  ["vivo en Quito, soy víctima del conflicto, quiero volver", "return", "victim-abroad"],
  ["I left Colombia because of the paramilitaries, I live in Toronto and want to go home", "return", "victim-abroad"],
  ["how do i go back to colombia from spain, what help is there", "return"],
  ["mi esposa es colombiana, yo soy de valencia venezuela, tengo ppt, ¿me inscribo en el registro de retorno?", "return", "venezuelan", "ppt"],
  ["info sobre la ley para los que vuelven", "return"],
  ["my ex beat me for years and is far away now; I left because of the conflict and want to go home to Colombia with my son", "violence return", "victim-abroad"],
  ["returned 14 months ago under the laboral type, I have an idea for a business, can I switch to productivo", "return", "returnee"],
  ["My grandmother is Colombian, came back eleven days ago, no income; who gives emergency help", "emergency-aid", "returnee"],
  ["a guard told me only written requests count and sent me home. Is he right?", "legal"],
  ["me pega mi marido", "violence"],
  ["trabajo en una casa, no me dejan salir y me quitaron el pasaporte", "trafficking"],
  ["fui víctima de una red de trata en México, volví hace un año", "trafficking", "returnee"],
  ["llegué ayer de Valencia", ""],
  ["i dont want to go home tonight", "", "-"],
  ["mi esposo vive en el extranjero y es de otro país", "", "-"],
  ["no quiero volver a mi casa", "", "-"],
];

test.each(stories)("reads %s", (story, need, who = "", paper = "", condition = "") => {
  const told = care.read(story);
  const word = (expected: string, read: string) => (expected === "" ? "" : read === "unsaid" || read === "" ? "-" : read);
  expect([told.need.join(" "), word(who, told.who), word(paper, told.paper), word(condition, told.condition.join(" "))]).toEqual([need, who, paper, condition]);
});

/** What is known, and after some words: who, paper, needs and conditions. */
const known: Slots = { need: "education", needs: ["education", "papers"], who: "returnee", since: "year", paper: "passport", condition: "child", conditions: ["child", "pregnant"], matters: [], city: "bogota" };
const after = (words: string, before: Slots = known): Slots => withTold(before, care.read(words), cityTold(words));

test.each<[string, Slots]>([
  ["no soy colombiana, soy venezolana", { who: "venezuelan" }],
  ["no, el de venezuela soy yo, la colombiana es mi esposa", { who: "venezuelan" }],
  ["I'm not Colombian, I'm Cuban", { who: "foreigner" }],
  ["no tengo hijos", { condition: "pregnant", conditions: ["pregnant"] }],
  ["I'm not pregnant", { condition: "child", conditions: ["child"] }],
  ["también uso silla de ruedas", { conditions: ["child", "pregnant", "disability"] }],
  ["not education, papers", { need: "papers", needs: ["papers"] }],
  ["no es de colegio, necesito un médico", { need: "health", needs: ["health"] }],
  ["dígame también si puedo trabajar", { needs: ["papers", "work", "education"] }],
  ["no busco papeles", { need: "education", needs: ["education"] }],
  ["no tengo nada de comer", { needs: ["emergency-aid", "papers", "education"] }],
  ["we live with my brother, he has no job", { needs: ["papers", "education"] }],
  ["wait, it's Popayán, not Bogotá", { city: "popayan" }],
  ["tengo cédula de extranjería, no pasaporte", { paper: "visa" }],
])("puts right what is known: %s", (words, told) => {
  expect(after(words)).toMatchObject(told);
});

test("what is taken back and not replaced is open again, a child or a pregnancy is none", () => {
  expect(after("no soy colombiana")["who"]).toBeUndefined();
  expect(after("no tengo PPT, no es eso", { ...known, paper: "ppt" })["paper"]).toBe("nothing");
  expect(after("no tengo PPT", { ...known, who: "venezuelan", paper: "visa" })).toMatchObject({ who: "venezuelan", paper: "visa" });
  expect(after("con mi SC-2 quiero estudiar", { ...known, who: "foreigner", paper: "refuge" })["paper"]).toBe("refuge");
  expect(after("no hay niños y no estoy embarazada")).toMatchObject({ condition: "none" });
  expect(after("no es de colegio ni de papeles")["need"]).toBeUndefined();
  expect(after("tengo cédula colombiana", { ...known, who: "victim-abroad", city: "abroad", matters: ["victim"] })["who"]).toBe("victim-abroad");
  expect(after("no es violencia, mi mamá está enferma", { need: "violence", needs: ["violence"] })).toMatchObject({ need: "health", needs: ["health"] });
});

test("a danger that was told is not forgotten for what is told later", () => {
  expect(after("necesito colegio para mi hija", { need: "violence", needs: ["violence"] })["needs"]).toEqual(["violence"]);
});

test("what is told in passing is offered, and not taken for the need", () => {
  expect(care.read("tengo hijos, no tengo trabajo y necesito un abogado")).toMatchObject({ need: ["legal"], passing: ["work"] });
});
