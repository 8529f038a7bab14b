import type { Counter } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import { dayNames, readWish } from "../../flow/slots/when/wish.ts";
import { when } from "../../flow/slots/when.ts";
import { nameOf, venue } from "../../flow/slots/venue.ts";
import { flat } from "../../flow/slots/flat.ts";
import type { ActionResult, Param, Utterance } from "../../flow/types.ts";
import type { AppointmentParts } from "./parts.ts";
import { clockShown, officeOf, officeShown } from "./shown.ts";
import { daysShown, whyNone } from "./why-none.ts";

export const askedTexts = ["hours", "span", "spans", "video", "here"].map((key) => `booking.asked.${key}`).concat("booking.closed.open", "booking.offices.no-video", "booking.offices.none-here");

/** What is asked while somebody books and only the offices know: whether a day is open and why not, hours, places, video. */
export function asked(parts: AppointmentParts, turn: ActionTurn): ActionResult {
  const text = flat(String(turn.slots["said"] ?? ""));
  const said = ofDay(parts, turn, text) ?? ofHours(parts, turn, text) ?? ofVideo(parts, turn, text) ?? ofPlace(parts, turn, text);
  return said ? { says: [said] } : {};
}

const dayAsked = /(?<!\p{L})(?:why|por ?que|porq|festivos?|feriados?|holidays?|puente|open|abren|abierto|atienden|atiende|trabajan|laboran|work|working|closed|cerrad[oa]s?|cierran)(?!\p{L})/u;
const hoursAsked = /(?<!\p{L})(?:horarios?|(?:que|what) (?:horas?|hours|dias|days)(?! (?:es|tengo|is) )|which (?:hours|days)|opening (?:hours|times)|office hours|a que hora (?:abren|abre|cierran|cierra|atienden|atiende)|cuales dias)(?!\p{L})/u;
const videoAsked = /video ?(?:llamada|call|conferencia)|virtual|(?:por|en) (?:zoom|linea)|online/u;
const placeAsked = /(?<!\p{L})(?:hay|tienen|existe|is there|are there|do you have) (?:alguna? |una? |any |an? )?(?:oficinas?|sedes?|offices?|ofices?|puntos?)(?!\p{L})/u;

const ofDay = ({ appointments }: AppointmentParts, { slots, now, locale }: ActionTurn, text: string): Utterance | undefined => {
  if (typeof slots["office"] !== "string" || !dayAsked.test(text)) return undefined;
  const words = text.replace(/[?¿!¡]/g, " ").replace(/(?<!\p{L})(?:no|not|isn't|dont|don't|ni)(?!\p{L})/gu, " ").replace(/\s+/g, " ").trim();
  const parsed = when.parse(words, {}, { locale, now });
  const wish = "ok" in parsed ? readWish(String(parsed.ok)) : null;
  if (!wish) return undefined;
  const why = whyNone({ appointments, service: String(slots["service"]), office: slots["office"], now }, wish);
  if (why) return why;
  const isOneDay = wish.from !== undefined && wish.from === wish.to;
  return isOneDay ? { key: "booking.closed.open", params: { day: { date: wish.from! }, office: officeOf(appointments, slots["office"]) } } : undefined;
};

const ofHours = ({ appointments }: AppointmentParts, { slots, now }: ActionTurn, text: string): Utterance | undefined => {
  if (typeof slots["office"] !== "string" || !hoursAsked.test(text)) return undefined;
  const place = appointments.offering(String(slots["service"]), now).find(({ office }) => office.id === slots["office"]);
  const days = place ? appointments.weekdays(String(slots["service"]), place.office.id, now) : [];
  const first = days[0] && place?.counter.hours.week[days[0]];
  if (!place || !first) return undefined;
  return { key: "booking.asked.hours", params: { office: officeShown(place.office), days: daysShown(dayNames.filter((day) => days.includes(day))), hours: hoursShown(first) } };
};

const hoursShown = ([first, ...more]: NonNullable<Counter["hours"]["week"]["mon"]>): Param => {
  const [from, to] = first!;
  const span: Param = { key: "booking.asked.span", params: { from: clockShown(from), to: clockShown(to) } };
  return more.length > 0 ? { key: "booking.asked.spans", params: { first: span, second: hoursShown(more) } } : span;
};

const ofVideo = ({ appointments }: AppointmentParts, { slots, now }: ActionTurn, text: string): Utterance | undefined => {
  if (typeof slots["service"] !== "string" || !videoAsked.test(text)) return undefined;
  const hasVideo = appointments.offering(slots["service"], now).some(({ office }) => office.kind === "video");
  return { key: hasVideo ? "booking.asked.video" : "booking.offices.no-video" };
};

const ofPlace = ({ appointments }: AppointmentParts, { slots, now, locale }: ActionTurn, text: string): Utterance | undefined => {
  if (typeof slots["service"] !== "string" || !placeAsked.test(text)) return undefined;
  const named = venue.parse(text, {}, { locale, now });
  const city = "ok" in named ? String(named.ok) : slots["place"];
  const here = appointments.offering(slots["service"], now).find(({ office }) => typeof city === "string" && office.city === city);
  if (here) return { key: "booking.asked.here", params: { office: officeShown(here.office) } };
  return typeof city === "string" && !["nearest", "video", "mobile"].includes(city) ? { key: "booking.offices.none-here", params: { place: nameOf(city), near: "" } } : undefined;
};
