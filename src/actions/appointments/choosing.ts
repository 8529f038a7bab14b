import type { Office } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult, Choice, Utterance } from "../../flow/types.ts";
import { tokens } from "../../words.ts";
import { options, type Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { officeOption, officeShown, requirements, serviceShown } from "./shown.ts";

/** What for, and where. */
export const choosingRows = {
  "appointments.begin": { needs: ["said", "about"], sets: ["service", "family", "families", "members", "question", "days"], words: ["known", "alike"], run: begin },
  "appointments.describe": { needs: ["service"], sets: ["title"], words: ["elsewhere"], texts: ["booking.before", "booking.no-list"], run: describe },
  "appointments.offices": { needs: ["service", "said"], sets: ["offices", "office"], words: ["none"], run: offices },
  "appointments.office": { needs: ["office"], sets: ["office-name"], texts: ["known", "unknown", "video", "dated", "zone", "demonstration"].map((key) => `booking.about-office.${key}`), run: office },
} satisfies Record<string, Row<AppointmentParts>>;

/** The service that the words name which began it, or that was talked about; else the families of all with appointments. */
function begin(parts: AppointmentParts, { slots, locale, now }: ActionTurn): ActionResult {
  const { answers, appointments } = parts;
  const isBookable = (id: unknown): id is string => typeof id === "string" && appointments.offering(id, now).length > 0;
  const days = { days: appointments.rules.retentionDays };
  const found = typeof slots.said === "string" ? answers.answer(slots.said, { locale, now }) : undefined;
  const named = found && "passages" in found ? found.passages[0]?.service : undefined;
  const alike = found?.kind === "lookalike" && !found.which ? found.services.filter(isBookable) : [];
  const family = alike.length > 1 && answers.family(answers.service(alike[0]!)?.family ?? "");
  if (isBookable(named)) return { to: "known", slots: { ...days, service: named } };
  if (family) return { to: "alike", slots: { ...days, members: options(alike.map((id) => ({ value: id, title: { both: answers.service(id)!.short } }))), question: { both: family.question } } };
  const choices = families(parts, isBookable);
  const spoken = choices.filter(({ value }) => isSpokenOf(answers, value, String(slots.said ?? "")));
  if (spoken.length === 1) return { slots: { ...days, families: options(choices), family: spoken[0]!.value } };
  if (isBookable(slots.about)) return { to: "known", slots: { ...days, service: slots.about } };
  return { slots: { ...days, families: options(choices) } };
}

/** Whether words name a family, or a service that stands alone, by one of its names. */
const isSpokenOf = (answers: AppointmentParts["answers"], id: string, said: string): boolean => {
  const named = answers.family(id) ?? answers.service(id);
  const words = ` ${tokens(said).join(" ")} `;
  return named !== undefined && [named.name, ...Object.values(named.synonyms).flat().map((word) => ({ es: word, en: word }))]
    .some((name) => Object.values(name).some((one) => words.includes(` ${tokens(one.replace(/\(.*\)/, "")).join(" ")} `)));
};

const families = ({ answers }: AppointmentParts, isBookable: (id: unknown) => boolean): Choice[] => {
  const choices = answers.services().filter(({ id }) => isBookable(id)).map((service): Choice => {
    const family = service.family ? answers.family(service.family) : undefined;
    return { value: family?.id ?? service.id, title: { both: family?.name ?? service.name } };
  });
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
};

/** The requirements before anything is booked; a look-alike without appointments is told where it is done. */
function describe(parts: AppointmentParts, { slots, locale, now }: ActionTurn): ActionResult {
  const service = String(slots.service);
  const title = serviceShown(parts.answers, service);
  if (parts.appointments.offering(service, now).length === 0) {
    const where = `service:${service}#where`;
    return { to: "elsewhere", slots: { title: title as { both: { es: string; en: string } } }, says: parts.answers.passage(where, locale) ? [{ content: where }] : [] };
  }
  const list = requirements(parts, service, locale);
  return { slots: { title: title as { both: { es: string; en: string } } }, says: [{ key: list.length > 0 ? "booking.before" : "booking.no-list", params: { title } }, ...list] };
}

/** Offices with appointments for the service; one that the first words name by its city is taken. */
function offices({ appointments }: AppointmentParts, { slots, now }: ActionTurn): ActionResult {
  const found = [...new Map(appointments.offering(String(slots.service), now).map(({ office: one }) => [one.id, one])).values()];
  if (found.length === 0) return { to: "none" };
  const named = found.filter((one) => isNamed(one, String(slots.said ?? "")));
  const only = found.length === 1 ? found : named;
  return { slots: { offices: options(found.map((one) => ({ value: one.id, title: officeOption(one) }))), ...(only.length === 1 ? { office: only[0]!.id } : {}) } };
}

/** Whether words name the city of an office, or ask for a video call. */
const isNamed = ({ place, city, kind }: Office, said: string): boolean => {
  const words = ` ${tokens(said).join(" ")} `;
  const names = kind === "video" ? ["videollamada", "video call", "video"] : [...Object.values(place).map((name) => name.split(",")[0]!), city?.replaceAll("-", " ") ?? ""];
  return names.some((name) => name !== "" && words.includes(` ${tokens(name).join(" ")} `));
};

/** What is known of the office, and what is not. */
function office({ appointments }: AppointmentParts, { slots }: ActionTurn): ActionResult {
  const one = appointments.office(String(slots.office));
  if (!one) throw new Error(`appointments.office: no office called "${String(slots.office)}" (offices: ${appointments.offices().map(({ id }) => id).join(", ")})`);
  const shown = officeShown(one);
  const told = (key: string, params = {}): Utterance => ({ key: `booking.about-office.${key}`, params: { office: shown, ...params } });
  return {
    slots: { "office-name": shown },
    says: [
      one.kind === "video" ? told("video") : one.address ? told("known", { address: { both: one.address } }) : told("unknown"),
      ...(one.dates ? [told("dated", { from: { date: one.dates.from }, to: { date: one.dates.to } })] : []),
      ...(one.zone === "America/Bogota" ? [] : [told("zone", { zone: one.zone })]),
      ...(one.demonstration ? [told("demonstration")] : []),
    ],
  };
}
