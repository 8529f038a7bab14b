import type { Answers } from "../../answers/answer.ts";
import type { Locale } from "../../locale.ts";
import { fold, tokens } from "../../words.ts";

/** The service that words are about, those of which one must ask, or the family; nothing where none is named. */
type WhatFor = { service?: string; alike?: string[]; family?: string };

/** What a person's words are taken to ask for, and how surely (0..1). */
type Guess = (words: string, locale: Locale) => { service: string; score: number } | undefined;

type Given = { answers: Answers; guess: Guess; locale: Locale; now: Date };

/** What somebody who asks for an appointment wants it for: of look-alikes only one that the words tell from the others. */
export const whatFor = (said: string, { answers, guess, locale, now }: Given): WhatFor => {
  const words = withoutAsking(said);
  const answer = answers.answer(words, { locale, now });
  const first = "passages" in answer ? answer.passages[0]?.service : undefined;
  const named = bySynonym(answers, words);
  if (named !== undefined && answers.service(named)?.family !== undefined && answers.service(named)!.family === familyIn(answers, words)) return { service: named };
  const found = first !== undefined && !meta.has(first) ? { service: first, score: answer.score } : undefined;
  const guessed = guess(words, locale);
  const likely = guessed && !meta.has(guessed.service) ? guessed : undefined;
  const family = familyIn(answers, words);
  const service = choose(answers, found, likely, family) ?? named;
  if (service === undefined) return answer.kind === "lookalike" && !answer.which ? { alike: answer.services } : family ? { family } : {};
  const kin = kinOf(answers, service);
  const isSure = found?.service === service && (found.score >= told || (found.score >= sureAlone && likely?.service === service && likely.score >= 0.95));
  const isTold = family === undefined || kin.length < 2 || !kin.some((id) => id !== service) || tellsApart(answers, service, words, { isFound: isSure, isAlone: isSure && found.score >= sureAlone });
  return isTold || answers.service(service)?.family !== family ? { service } : { alike: kin };
};

const meta = new Set(["cita", "pqrsdf"]);

/** Whether it is something that is done at an appointment or elsewhere, rather than the appointment itself. */
export const isDone = (service: string): boolean => !meta.has(service);

const told = 0.35;
const surely = 0.4;
const sureAlone = 0.55;
const likelyEnough = 0.6;

type Sure = { service: string; score: number } | undefined;

const choose = (answers: Answers, found: Sure, likely: Sure, family: string | undefined): string | undefined => {
  const fits = (one: Sure) => one !== undefined && (family === undefined || answers.service(one.service)?.family === family || one.service === family);
  if (found && found.service === likely?.service) return found.service;
  if (likely && fits(likely) && likely.score >= (fits(found) && found!.score >= surely ? 0.95 : likelyEnough)) return likely.service;
  if (found && (found.score >= surely || (likely === undefined || likely.score < 0.5) && found.score >= told / 2)) return found.service;
  return likely && likely.score >= 0.9 ? likely.service : undefined;
};

/** A name of a service all of whose words were said, in any order: the longest. */
const bySynonym = (answers: Answers, words: string): string | undefined => {
  const said = new Set(tokens(words).map(stem));
  const hits = answers.services().filter(({ id }) => !meta.has(id)).flatMap(({ id, synonyms }) => Object.values(synonyms).flat()
    .map((name) => tokens(name).filter((word) => word.length > 2 && !linking.has(word)).map(stem)).filter((name) => name.length > 1 && name.every((word) => said.has(word)))
    .map((name) => ({ id, length: name.length })));
  return hits.toSorted((a, b) => b.length - a.length)[0]?.id;
};

const linking = new Set(["del", "por", "para", "los", "las", "una", "con", "que", "the", "for", "and", "from", "with"]);

/** Whether more is said than the name of the family: something that is this service's own. */
const tellsApart = (answers: Answers, id: string, words: string, { isFound, isAlone }: { isFound: boolean; isAlone: boolean }): boolean => {
  const { family = "" } = answers.service(id)!;
  const shared = new Set(namesOf(answers, family).flatMap((one) => tokens(one)).map(stem));
  const rest = tokens(words).map(stem).filter((word) => word.length >= 4 && !shared.has(word));
  if (rest.length === 0) return isAlone;
  const others = answers.services().filter((other) => other.family === family && other.id !== id).flatMap((other) => stemsOf(other));
  const own = stemsOf(answers.service(id)!).filter((word) => !others.includes(word));
  return isFound || rest.some((word) => own.includes(word));
};

const stemsOf = ({ short, name, synonyms }: NonNullable<ReturnType<Answers["service"]>>): string[] =>
  [...Object.values(short), ...Object.values(name), ...Object.values(synonyms).flat()].flatMap((one) => tokens(one)).map(stem);

const stem = (word: string): string => word.slice(0, 6);

const kinOf = (answers: Answers, id: string): string[] => {
  const family = answers.service(id)?.family;
  return family === undefined ? [id] : answers.services().filter((service) => service.family === family).map((service) => service.id);
};

/** The one family, or service that stands alone, that words name. */
const familyIn = (answers: Answers, words: string): string | undefined => {
  const said = ` ${tokens(words).join(" ")} `;
  const ids = [...new Set(answers.services().map(({ id, family }) => family ?? id))].filter((id) => !meta.has(id) && id !== "appointments");
  const named = ids.filter((id) => namesOf(answers, id).some((name) => said.includes(` ${tokens(name.replace(/\(.*\)/, "")).join(" ")} `)));
  return named.length === 1 ? named[0] : undefined;
};

const namesOf = (answers: Answers, id: string): string[] => {
  const named = answers.family(id) ?? answers.service(id);
  return named ? [...Object.values(named.name), ...Object.values(named.synonyms).flat()] : [];
};

/** The words without those that ask for an appointment, which every service could be meant by. */
const withoutAsking = (said: string): string => {
  const rest = fold(said).replace(courtesy, " ").replace(asking, " ").replace(/\s+/g, " ").trim();
  return rest === "" ? said : rest;
};

const courtesy = /(?<!\p{L})(?:hola|buen[oa]s(?: tardes| noches| dias)?|hello|hi|hey|good (?:morning|afternoon|evening)|por favor|porfa(?:vor)?|please|pleese|disculpe)(?!\p{L})[,. ]*/gu;
const want = "(?:quiero|kiero|quisiera|necesito|nesecito|nesesito|requiero|deseo|me gustaria|busco|deme|i want|i need|need|want|i(?:'?d| would) like|could i (?:have|get)|can i (?:have|get|book|make)|may i have|how do i)";
const make = "(?:pedir|sacar|agendar|reservar|apartar|separar|programar|solicitar|tomar|to book|to get|to make|to schedule|book|schedule|make|get|reserve)";
const thing = "(?:citas?|sitas?|turnos?|cupos?|appointments?|ap+oint?ments?|appt|slot|booking)";
const asking = new RegExp(`(?<!\\p{L})(?:${want}\\s+)?(?:${make}\\s+)?(?:(?:una?|an?|the|la|el|mi|my) )?${thing}(?!\\p{L})(?:\\s+(?:para|pa|for|to|de|del|pal|por)(?!\\p{L}))?`, "gu");
