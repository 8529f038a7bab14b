import type { Answers } from "../answers/answer.ts";
import type { Appointments } from "../appointments/appointments.ts";
import type { CalendarLinks } from "../appointments/calendar-links.ts";
import type { Booking, Office } from "../appointments/types.ts";
import type { Locale } from "../locale.ts";
import { escape, sayer, type Page, type Say } from "../noscript/page.ts";
import type { Texts } from "../text.ts";
import { framed } from "./page.ts";

export type SheetParts = { appointments: Appointments; answers: Answers; texts: Texts; links: CalendarLinks };

/** All that a booking's citizen needs on the day, to be read or printed. */
export const bookingPage = ({ appointments, answers, texts, links }: SheetParts, booking: Booking, locale: Locale): Page => {
  const say = sayer(texts, locale, "cita");
  const office = appointments.office(booking.opening.office);
  const service = answers.service(booking.service);
  const rows = rowsOf(say, booking, office, (service?.appointment ?? service?.name)?.[locale] ?? booking.service, locale);
  const list = rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join("");
  const isComing = booking.state === "booked";
  return framed(say, locale, [
    office?.demonstration ? `<p class="demonstration">${say("demonstration")}</p>` : "",
    `<dl>${list}</dl>`,
    isComing ? `<p>${say("early")}</p>${bring(say, answers, booking, locale)}` : "",
    ways(say, links, booking, office),
    `<p class="screen">${say("print")}</p><p class="screen"><a href="/cita?lang=${locale}">${say("another")}</a></p>`,
  ].join(""));
};

const rowsOf = (say: Say, booking: Booking, office: Office | undefined, title: string, locale: Locale): [term: string, value: string][] => {
  const { opening, name, guardian } = booking;
  const time = clock(opening.time, locale);
  const isThere = office === undefined || office.kind === "video";
  return [
    [say("number"), escape(booking.number)],
    [say("state"), say(`states.${booking.state === "booked" && booking.confirmedAt ? "confirmed" : booking.state}`)],
    [say("service"), escape(title)],
    [say("place"), escape(office ? office.name[locale] : opening.office)],
    ...(isThere ? [] : [[say("address"), office.address ? escape(office.address[locale]) : say("no-address")] satisfies [string, string]]),
    [say("day"), escape(day(opening.day, locale))],
    [say("time"), !office || office.zone === "America/Bogota" ? escape(time) : say("zone", { time, zone: office.zone })],
    ...(name === undefined ? [] : [[say("who"), escape(name)] satisfies [string, string]]),
    ...(guardian === undefined ? [] : [[say("guardian"), escape(guardian)] satisfies [string, string]]),
  ];
};

/** The published requirements, whose text is light markdown. */
const bring = (say: Say, answers: Answers, { service }: Booking, locale: Locale): string => {
  const passage = answers.passage(`service:${service}#requirements`, locale);
  if (!passage) return "";
  const lines = escape(passage.text).replace(/\*\*/g, "").split("\n").filter((line) => line.trim() !== "");
  const shown = lines.map((line) => (line.startsWith("- ") ? `<li>${line.slice(2)}</li>` : `</ul><p>${line}</p><ul>`)).join("");
  return `<h2>${say("bring")}</h2>${`<ul>${shown}</ul>`.replaceAll("<ul></ul>", "")}`;
};

const ways = (say: Say, links: CalendarLinks, booking: Booking, office: Office | undefined): string => {
  const way = (href: string, words: string) => `<li><a href="${escape(href)}">${words}</a></li>`;
  const calendar = new URL(links.calendar(booking)).pathname;
  const map = office?.map && `https://www.openstreetmap.org/?mlat=${office.map.lat}&mlon=${office.map.lon}#map=17/${office.map.lat}/${office.map.lon}`;
  return `<ul class="ways">${way(calendar, say("calendar"))}${map ? way(map, say("map")) : ""}${booking.state === "booked" ? way("/?intent=appointment.manage", say("manage")) : ""}</ul>`;
};

const languages = { es: "es-CO", en: "en" } as const;

const day = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languages[locale], { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${iso}T12:00:00Z`));

const clock = (time: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languages[locale], { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(new Date(`2026-01-01T${time}:00Z`));
