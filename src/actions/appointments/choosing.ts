import type { Service } from "../../answers/content/catalogue.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult, Choice, Json, Utterance } from "../../flow/types.ts";
import { options, type Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { asked, askedTexts } from "./asked.ts";
import { officeShown, requirements, serviceShown } from "./shown.ts";
import { isDone, whatFor } from "./what-for.ts";
import { offices, whereTexts } from "./where.ts";
import { tellsOwnName, toldOf, whomOf } from "./whom.ts";

/** What for, and where. */
export const choosingRows = {
  "appointments.begin": { needs: ["said", "about"], sets: ["service", "family", "families", "members", "question", "days", "whom"], words: ["known", "alike"], run: begin },
  "appointments.attended": { needs: ["whom"], run: attended },
  "appointments.describe": { needs: ["service"], sets: ["title"], words: ["elsewhere"], texts: ["booking.before", "booking.no-list", "booking.no-appointment"], run: describe },
  "appointments.offices": { needs: ["service", "place", "town"], sets: ["offices", "office"], words: ["none"], texts: whereTexts, run: offices },
  "appointments.asked": { texts: askedTexts, run: asked },
  "appointments.office": { needs: ["office"], sets: ["office-name"], texts: ["known", "unknown", "video", "dated", "zone", "demonstration"].map((key) => `booking.about-office.${key}`), run: office },
} satisfies Record<string, Row<AppointmentParts>>;

/** The service that the words name which began it, or that was talked about; else the families of all with appointments. */
function begin(parts: AppointmentParts, turn: ActionTurn): ActionResult {
  const found = beginning(parts, turn);
  return tellsOwnName(String(turn.slots["said"] ?? "")) ? { ...found, unanswered: ["name", "document"] } : found;
}

function beginning(parts: AppointmentParts, { slots, locale, now }: ActionTurn): ActionResult {
  const { answers, appointments, understand } = parts;
  const said = typeof slots.said === "string" ? slots.said : "";
  const isBookable = (id: string): boolean => appointments.offering(id, now).length > 0;
  const guess = (words: string) => {
    const { intent } = understand(words, { locale });
    return intent?.name.startsWith("service:") ? { service: intent.name.slice("service:".length), score: intent.score } : undefined;
  };
  const whom = whomOf(said);
  const known = { days: appointments.rules.retentionDays, ...(whom && { whom }) };
  const { service, alike = [], family } = said ? whatFor(said, { answers, guess, locale, now }) : {};
  const bookable = alike.filter(isBookable);
  if (service !== undefined) return { to: "known", slots: { ...known, service } };
  if (bookable.length > 1) return { to: "alike", slots: { ...known, ...members(parts, bookable) } };
  if (alike.length > 0) return { to: "known", slots: { ...known, service: bookable[0] ?? alike[0]! } };
  if (family === undefined && typeof slots.about === "string" && isDone(slots.about) && answers.service(slots.about)) return { to: "known", slots: { ...known, service: slots.about } };
  const choices = families(parts, isBookable);
  const kin = answers.services().filter((one) => one.family === family);
  if (family !== undefined && kin.length > 0 && !kin.some(({ id }) => isBookable(id))) return { to: "known", slots: { ...known, service: kin[0]!.id } };
  return { slots: { ...known, families: options(choices), ...(choices.some(({ value }) => value === family) && { family: family! }) } };
}

/** What a parent told of themselves before it was known that a child comes is the parent's. */
function attended(_parts: AppointmentParts, { slots }: ActionTurn): ActionResult {
  const [name, document] = [slots["name"], slots["document"]].map((value) => (typeof value === "string" ? value : undefined));
  if (slots["guardian"] !== undefined || (name === undefined && document === undefined)) return {};
  const isOfChild = toldOf(String(slots["said"] ?? ""), { ...(name && { name }), ...(document && { document }) }) === "child";
  if (isOfChild) return {};
  return { unanswered: ["name", "document"], answers: { ...(name && { guardian: name }), ...(document && { "guardian-document": document }) } };
}

/** Which of the look-alikes; by their whole names where they are of several families. */
const members = ({ answers }: AppointmentParts, ids: string[]): { members: Json; question: Json } => {
  const services = ids.map((id) => answers.service(id)!);
  const family = services.every((one) => one.family === services[0]!.family) ? answers.family(services[0]!.family ?? "") : undefined;
  const question = family?.question ?? { es: "", en: "" };
  return { members: options(services.map(({ id, short, name }) => ({ value: id, title: { both: family ? short : name } }))), question: { both: question } };
};

const families = ({ answers }: AppointmentParts, isBookable: (id: string) => boolean): Choice[] => {
  const choices = answers.services().filter(({ id }) => isBookable(id)).map((service): Choice => {
    const family = service.family ? answers.family(service.family) : undefined;
    return { value: family?.id ?? service.id, title: { both: family?.name ?? service.name } };
  });
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
};

/** The requirements before anything is booked; of a service without appointments, at once what to do instead. */
function describe(parts: AppointmentParts, { slots, locale, now }: ActionTurn): ActionResult {
  const service = String(slots.service);
  const title = serviceShown(parts.answers, service);
  const known = { title: title as { both: Service["name"] } };
  if (parts.appointments.offering(service, now).length === 0) {
    const instead = ["where", "steps"].map((aspect) => `service:${service}#${aspect}`).filter((content) => parts.answers.passage(content, locale));
    return { to: "elsewhere", slots: known, says: [{ key: "booking.no-appointment", params: { title } }, ...instead.map((content): Utterance => ({ content }))] };
  }
  const list = requirements(parts, service, locale);
  return { slots: known, says: [{ key: list.length > 0 ? "booking.before" : "booking.no-list", params: { title } }, ...list] };
}

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
