import type { Locale } from "../../locale.ts";
import { close, edge, joined, spansIn } from "./spans.ts";
import { withDay } from "./days-ago.ts";

/** When a story says that it happened, in its own words: "19 de noviembre, a las 11 de la mañana"; what counts from now has its day beside it. */
export const whenIn = (story: string, locale: Locale, now: Date): string | undefined =>
  joined(spansIn(story, whens).filter((span) => !bareMonth.test(span)).map((span) => withDay(span, locale, now)));

/** "May" alone is more than a month. */
const bareMonth = /^(?:(?:of|de|for|from|in|i )? ?)?(?:may|mar|jan|jun|jul|dec|march)$/i;

const month = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|ene|feb|mar|apr|abr|jun|jul|aug|ago|sept?|oct|nov|dec|dic)";
const weekday = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const year = "(?:,? (?:de |del |of )?20\\d\\d)?";
const hour = "(?:,? (?:(?:hacia|sobre|como|cerca de|a eso de) )?a? ?las? \\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.? ?m\\b\\.?)?(?: de la (?:manana|tarde|noche|madrugada))?|,? (?:at |around |about |at about )\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.? ?m\\b\\.?)?|,? (?:(?:por|en) la (?:manana|tarde|noche|madrugada)|in the (?:morning|afternoon|evening)|(?:morning|afternoon|evening)\\b))?";

const years = `(?:19[89]|20[0-4])\\d${close}`;

const whens = new RegExp([
  `(?:(?:el|on|este) )?(?:${weekday},? )?(?:el )?${day} (?:de |of )?${month}${close}${year}${hour}`,
  `(?:${weekday},? )?${month} ${day}${close}${year}${hour}`,
  `(?:el|este|el pasado|on|last|this|this past) (?:pasado )?${weekday}${close}(?: pasado)?(?: (?:the )?${day}${close})?${hour}`,
  `(?:ayer|anteayer|antier|anoche|hoy|yesterday|last night|today|this morning)${close}(?!,? no${close})${hour}`,
  "(?:la semana pasada|el mes pasado|el ano pasado|last week|last month|last year)",
  `(?:hace|desde hace|llevo|llevamos) (?:ya )?(?:\\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:dias?|semanas?|mes(?:es)?|anos?)${close}`,
  `(?:\\d+|a|two|three|four|five|six|seven|eight|nine|ten) (?:days?|weeks?|months?|years?) ago${close}`,
  `(?:en|desde|hasta|in|since|until|de|of|for|from)? ?(?:finales de |mediados de |principios de |late |early |mid )?${month}${close}${year}(?:(?: a| to| hasta|-| y| and) ${month}${close}${year})?`,
  `(?:en|desde|hasta|entre|durante|de|del ano|in|since|until|between|from|during|of|for)? ?(?:el ano |the year )?${years}(?:(?:,| a| to| al| y| and| e|-| hasta| until) (?:(?:el|en|in) )?${years}){0,4}`,
  `(?:tres|dos|cuatro|\\d|varios|two|three|four|several) (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)(?: (?:seguidos|in a row))?(?: (?:de|in) ${month})?`,
  `(?:el|on the|the) \\d{1,2}(?:st|nd|rd|th|(?: de este mes| del mes pasado| de este))${close}${hour}`,
].map((one) => `${edge}${one}`).join("|"), "gu");
