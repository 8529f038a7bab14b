import type { Part } from "../clock.ts";
import { dayNames, type DayName } from "./wish.ts";

/** What a text says of days of the week as such, and of what does not suit; `rest` is the text without it. */
export type Limits = { rest: string; only?: DayName[]; part?: Part; notThisWeek?: true };

/**
 * "Menos los viernes", "not on a Monday", "cualquier martes", "Tuesdays or Thursdays", "not this week", "mornings don't work":
 * days that somebody cannot come on are none to look for.
 */
export const limitsIn = (text: string): Limits => {
  const later = text.replace(notThisWeek, " ");
  const part = refusedPart.exec(later);
  const no = new Set<DayName>();
  const kept = later.replace(refusedPart, " ").replace(refused, (phrase) => { daysIn(phrase).forEach((day) => no.add(day)); return " "; });
  const { rest, days } = asSuch(kept);
  const only = (days.length > 0 ? days : dayNames).filter((day) => !no.has(day));
  return {
    rest: rest.replace(/\s+/g, " ").trim(), ...(only.length > 0 && only.length < dayNames.length && { only }),
    ...(part && { part: /manana|morning/.test(part[0]) ? "afternoon" : "morning" }), ...(later !== text && { notThisWeek: true }),
  };
};

const weekday = "(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)";
const list = `${weekday}(?:\\s*(?:,|\\by\\b|\\bo\\b|\\bni\\b|\\bor\\b|\\band\\b|\\bnor\\b)\\s*(?:el |los |on )?${weekday})*`;

const refused = new RegExp(
  `(?:,\\s*)?(?:\\b(?:pero|but)\\s+)?\\b(?:(?:que )?no (?:sea|sean|es|los?|el|en|puedo (?:el|los)|me sirven? (?:el|los))|menos|excepto|salvo|no|ni|not|nor|except|other than|anything but|any day but|but|but not|not on|never on)(?: on| for)?(?: an?| el| los| the| this| en)?\\s+(?:dias? )?${list}`
  + `|\\b(?:el |los |on )?${list}\\s+(?:no puedo|no me sirven?|no(?! later)|i (?:can ?not|can.?t)|(?:does|do) ?n.?t work|(?:is|are) (?:no good|bad|out))(?!\\p{L})`, "gu");

const notThisWeek = /(?<!\p{L})(?:pero |but )?(?:que )?(?:no(?: sea)?(?: en| para)?|not(?: in| for)?) (?:esta|this) (?:misma )?(?:semana|week)(?!\p{L})/gu;

const half = "(?:(?:en |por )?la (?:manana|tarde)|(?:in the )?(?:morning|afternoon))";
const refusedPart = new RegExp(`(?<!\\p{L})(?:(?:que )?no (?:sea |puedo )?|menos |not |never |except )${half}(?!\\p{L})|(?<!\\p{L})${half} (?:no puedo|no|(?:does|do) ?n.?t work|i can.?t)(?!\\p{L})`, "u");

/** Days of the week that are no single day: several, in the plural, or any of them. */
const asSuch = (text: string): { rest: string; days: DayName[] } => {
  const any = new RegExp(`(?<!\\p{L})(?:(?:cualquier(?:a de los)?|algun|un|todos los|los|solo(?: los)?|solamente(?: los)?|any|an?|some|every|on|only|just)\\s+(?:dia )?)+(?:${list})(?! ?\\d)(?! (?:el )?\\d)|${list}`, "gu");
  const days: DayName[] = [];
  const rest = text.replace(any, (phrase) => {
    const named = daysIn(phrase);
    const isGeneral = named.length > 1 || /days(?!\p{L})|sabados|domingos|^(?:cualquier|algun|un |todos|los|any|an? |some|every)/u.test(phrase);
    if (!isGeneral) return phrase;
    days.push(...named);
    return " ";
  });
  const week = /(?<!\p{L})(?:entre semana|weekdays?)(?!\p{L})/u;
  return week.test(rest) ? { rest: rest.replace(week, " "), days: ["mon", "tue", "wed", "thu", "fri"] } : { rest, days };
};

const starts: [DayName, RegExp][] = [
  ["sun", /domingo|sunday/], ["mon", /lunes|monday/], ["tue", /martes|tuesday/], ["wed", /miercoles|wednesday/],
  ["thu", /jueves|thursday/], ["fri", /viernes|friday/], ["sat", /sabado|saturday/],
];

const daysIn = (phrase: string): DayName[] => starts.flatMap(([name, pattern]) => (pattern.test(phrase) ? [name] : []));
