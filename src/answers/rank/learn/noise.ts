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
