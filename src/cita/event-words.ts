import type { Answers } from "../answers/answer.ts";
import type { CalendarLinks } from "../appointments/calendar-links.ts";
import type { EventWords } from "../appointments/ical.ts";
import type { Booking, Office } from "../appointments/types.ts";
import type { Param } from "../flow/types.ts";
import type { Texts } from "../text.ts";

/** What a calendar shows of a booking: no name and no document, since calendars are shared. */
export const eventWords = ({ texts, answers, links }: { texts: Texts; answers: Answers; links: CalendarLinks }, booking: Booking, office: Office | undefined): EventWords => {
  const { locale } = booking;
  const say = (key: string, params: Record<string, Param> = {}) => texts.text(`cita.event.${key}`, locale, params);
  const service = answers.service(booking.service);
  const title = (service?.appointment ?? service?.name)?.[locale] ?? booking.service;
  const description = say("description", { number: booking.number, page: links.bookings() });
  return {
    summary: say(booking.state === "cancelled" ? "cancelled" : "summary", { title }),
    description: office?.demonstration ? `${say("demonstration")}\n${description}` : description,
    location: office ? office.name[locale] : booking.opening.office,
    alarm: say("alarm", { title }),
  };
};
