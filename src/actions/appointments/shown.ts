import type { Answers } from "../../answers/answer.ts";
import type { Booking, Office, Opening } from "../../appointments/types.ts";
import type { Param, Utterance } from "../../flow/types.ts";
import type { Bilingual } from "../../locale.ts";
import type { AppointmentParts } from "./parts.ts";

type Both = { both: Bilingual };

const languages = { es: "es-CO", en: "en-US" } as const;

const inBoth = (write: (language: string) => string): Both => ({ both: { es: write(languages.es), en: write(languages.en) } });

/** "14:30", as an office's clock shows it, in words. */
export const clockShown = (time: string): Both => {
  const at = new Date(`2026-01-01T${time}:00Z`);
  return inBoth((language) => new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(at));
};

/** An instant as the clock in Bogotá shows it. */
export const clockAt = (at: Date): Both =>
  inBoth((language) => new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "America/Bogota" }).format(at));

/** A day and time that fit on a button. */
export const openingShown = ({ day, time }: Pick<Opening, "day" | "time">): Both => {
  const date = new Date(`${day}T12:00:00Z`);
  const { both } = clockShown(time);
  const days = inBoth((language) => new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(date)).both;
  return { both: { es: `${days.es}, ${both.es}`, en: `${days.en}, ${both.en}` } };
};

/** The name of an office, with its city where the name does not say it. */
export const officeShown = ({ name, place, kind }: Office): Both => {
  const whole = (locale: keyof Bilingual) => {
    const [city = ""] = place[locale].split(",");
    return kind === "video" || name[locale].includes(city) ? name[locale] : `${name[locale]}, ${place[locale]}`;
  };
  return { both: { es: whole("es"), en: whole("en") } };
};

/** The same on a button: an office of some days only is told from its other visits by the first of them. */
export const officeOption = (office: Office): Both => {
  const { both } = officeShown(office);
  if (!office.dates) return { both };
  const first = new Date(`${office.dates.from}T12:00:00Z`);
  const day = inBoth((language) => new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(first)).both;
  return { both: { es: `${both.es}, ${day.es}`, en: `${both.en}, ${day.en}` } };
};

/** What every text about a booking says of it. */
export const bookingShown = ({ answers, appointments }: AppointmentParts, { number, service, opening }: Pick<Booking, "service" | "opening"> & { number?: string }): Record<string, Param> => ({
  ...(number === undefined ? {} : { number }),
  title: serviceShown(answers, service),
  office: officeOf(appointments, opening.office),
  day: { date: opening.day },
  time: clockShown(opening.time),
});

/** A booking outlives an office that is taken out of the data. */
export const officeOf = (appointments: AppointmentParts["appointments"], id: string): Both => {
  const office = appointments.office(id);
  return office ? officeShown(office) : { both: { es: id, en: id } };
};

export const serviceShown = (answers: Answers, id: string): Param => {
  const service = answers.service(id);
  return service ? { both: service.appointment ?? service.name } : id;
};

/** What the published sources say that one must bring. */
export const requirements = ({ answers }: AppointmentParts, service: string, locale: keyof Bilingual): Utterance[] => {
  const content = `service:${service}#requirements`;
  return answers.passage(content, locale) ? [{ content }] : [];
};
