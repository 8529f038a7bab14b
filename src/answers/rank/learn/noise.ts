import type { Locale } from "../../../locale.ts";

/** Everyday narration around a question: it says nothing of what is asked. */
const before: Record<Locale, string[]> = {
  es: [
    "Buenas tardes, una pregunta: ", "Hola, ", "Llegué hace tres meses con mi familia y no entiendo bien. ", "Mi vecina me dijo una cosa y en internet otra. ",
    "Estoy haciendo una tarea para la universidad, ", "Trabajo en una fundación y quiero explicarle a la gente, ", "oiga y ", "Disculpe la molestia, soy nuevo en el país. ",
    "Mi hermano está preocupado por esto: ", "Llevo una semana tratando de averiguar, ", "Para un informe necesito saber: ", "Es que mañana viajo temprano y tengo afán. ",
    "Ayer fui hasta allá y nadie me supo explicar. ", "Tengo una duda, ", "Soy colombiano y vivo en España desde 2019. ", "Mi mamá es mayor y la ayudo con sus cosas, ",
    "Hice la fila desde las cuatro de la mañana. ", "Me contaron que cambió la norma, ", "El señor de la ventanilla me dijo que volviera el lunes. ",
  ],
  en: [
    "Good afternoon, quick question: ", "Hi, ", "I arrived three months ago with my family and I'm confused. ", "My neighbour says one thing and the internet another. ",
    "I'm writing a paper for university, ", "I work for a charity and want to explain it to people, ", "hey so ", "Sorry to bother you, I'm new in the country. ",
    "My brother is worried about this: ", "I've been trying to find out for a week, ", "For a report I need to know: ", "I'm flying early tomorrow and I'm in a hurry. ",
    "I went there yesterday and nobody could explain. ", "I have a doubt, ", "I'm Colombian and have lived in Spain since 2019. ", "My mother is old and I help her with her things, ",
    "I queued from four in the morning. ", "Somebody told me the rule changed, ", "The man at the counter told me to come back on Monday. ",
  ],
};
const after: Record<Locale, string[]> = {
  es: [" Gracias de antemano.", " porfa", ", es que me urge", ". Mi jefe me lo está pidiendo para hoy", " o toca otra cosa?", ", no quiero perder el viaje", ". Me dijeron que sí pero no estoy segura", " ayuda"],
  en: [" Thanks in advance.", " pls", ", it's urgent", ". My boss wants it today", " or is it something else?", ", I don't want to waste a trip", ". They told me yes but I'm not sure", " help"],
};
/** Questions about the world at large, which this knowledge does not answer. */
export const foreign: Record<Locale, string[]> = {
  es: [
    "como preparo un ajiaco para seis personas", "quien gano la vuelta a españa este año", "va a llover mañana en la tarde", "cuanto vale un celular usado de esa marca",
    "que pelicula me recomiendas para el fin de semana", "como se cambia la llanta de un carro", "cuanto cuesta el seguro obligatorio de una moto", "donde pago el recibo de la luz",
    "como saco la licencia de conduccion", "necesito un prestamo del banco con buena tasa", "cual es la capital de australia", "como bajo de peso en un mes", "a que hora juega la seleccion",
    "me cobraron doble en el supermercado que hago", "como declaro renta como independiente", "donde compro tiquetes baratos a cartagena", "que significa soñar con agua", "traduceme esta carta al frances",
    "cuantos habitantes tiene japon", "quien escribio cien años de soledad", "mi computador no prende que le hago", "como cancelo mi plan de datos", "dolor de muela que tomo", "cuanto es 45 por 18",
    "necesito la visa americana de turismo", "como renuevo mi pasaporte italiano", "cuanto vale el dolar hoy", "hazme un poema de amor", "que acciones compro en la bolsa", "tramite para abrir una panaderia en la camara de comercio",
    "como me separo de bienes de mi esposo", "mi arrendador no me devuelve el deposito", "como pongo una foto multa en reclamacion", "cuando pagan la prima de navidad", "me despidieron sin justa causa que hago",
    "necesito la matricula del carro", "vacuna para mi perro", "cuando abren inscripciones de la nacional", "por quien votar en las elecciones", "el trancón en la autopista como esta",
  ],
  en: [
    "how do i cook a chicken soup for six", "who won the tour this year", "will it rain tomorrow afternoon", "how much is a used phone of that brand", "what film do you recommend for the weekend",
    "how do i change a car tyre", "how much is compulsory motorbike insurance", "where do i pay my electricity bill", "how do i get a driving licence", "i need a bank loan with a good rate",
    "what is the capital of australia", "how do i lose weight in a month", "what time does the team play", "the supermarket charged me twice", "how do i file my income tax as a freelancer",
    "where can i buy cheap flights to cartagena", "what does dreaming of water mean", "translate this letter into french", "how many people live in japan", "who wrote one hundred years of solitude",
    "my computer does not start", "how do i cancel my data plan", "tooth ache what do i take", "what is 45 times 18", "i need an american tourist visa", "how do i renew my italian passport", "how much is the dollar today",
    "write me a love poem", "which shares should i buy", "how to open a bakery at the chamber of commerce", "how do i divorce my husband", "my landlord keeps my deposit", "how do i contest a speeding ticket",
    "when is the christmas bonus paid", "i was fired without cause", "i need my car registration", "vaccine for my dog", "when does university enrolment open", "who should i vote for", "how is the traffic on the highway",
  ],
};

export type Chance = () => number;

/** A question as people send it: with a story around it, a slip of the finger, or as it is. */
export const noisy = (question: string, locale: Locale, chance: Chance): string => {
  const pick = (list: string[]) => list[Math.floor(chance() * list.length)]!;
  let said = question;
  if (chance() < 0.3) said = slip(said, chance);
  if (chance() < 0.5) said = pick(before[locale]) + said;
  if (chance() < 0.3) said += pick(after[locale]);
  return said;
};

const slip = (text: string, chance: Chance): string => {
  const at = 1 + Math.floor(chance() * Math.max(1, text.length - 3));
  return chance() < 0.5 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
};

/** The same numbers each time. */
export const seeded = (seed: number): Chance => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
