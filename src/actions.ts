import { appointmentRows } from "./actions/appointments.ts";
import type { AppointmentParts } from "./actions/appointments/parts.ts";
import { careRows, type CareParts } from "./actions/care.ts";
import { fileCaseActions, type CaseActionParts } from "./actions/file-case.ts";
import { followCaseActions } from "./actions/follow-case.ts";
import { linesFirst, referralActions, type ReferralActionParts } from "./actions/referral.ts";
import { returnActions, type ReturnParts } from "./actions/return.ts";
import { options, type Row } from "./actions/row.ts";
import type { Answers } from "./answers/answer.ts";
import type { Service } from "./answers/content/catalogue.ts";
import type { Action, Actions, ActionTurn } from "./conversation/response.ts";
import type { Callback } from "./conversation/desk.ts";
import type { ActionFace } from "./flow/check.ts";
import type { ActionResult, Choice } from "./flow/types.ts";
import { isLocale } from "./locale.ts";
import { recordRating } from "./metrics/ratings.ts";

type Parts = { answers: Answers } & AppointmentParts & CaseActionParts & ReferralActionParts & ReturnParts & CareParts;

/** What flows may `call`: the slots an action needs and sets, the words it may return, and what it does. */
const table = {
  "services.topics": { needs: ["service"], sets: ["topics"], words: ["known"], run: topics },
  "services.families": { needs: ["topic"], sets: ["families"], run: families },
  "services.members": { needs: ["family"], sets: ["members", "question", "service"], words: ["single"], run: members },
  "services.describe": { needs: ["service"], sets: ["title"], run: describe },
  "services.aspect": { needs: ["service", "aspect"], texts: ["answer.services.no-aspect"], run: aspect },
  "contact.show": { needs: ["channel", "city"], run: contact },
  "language.set": { needs: ["language"], run: language },
  "survey.record": { needs: ["score"], run: survey },
  "desk.ways": { sets: ["ways"], texts: ["callback.how.email", "callback.how.phone", "callback.how.telegram"], run: ways },
  "desk.callback": { needs: ["how", "email", "phone", "question"], run: callback },
  ...appointmentRows,
  ...fileCaseActions,
  ...followCaseActions,
  ...referralActions,
  ...returnActions,
  ...careRows,
} satisfies Record<string, Row<Parts>>;

export const actionFaces: Record<string, ActionFace> = table;

export const createActions = (parts: Parts): Actions =>
  Object.fromEntries(
    Object.entries(table).map(([name, { run }]): [string, Action] => [name, async (turn) => run(parts, turn)]),
  );

/** The passages that actions and handlers show by name; `npm run check` sees that they are there. */
export const shownByName = {
  web: "contact-channels#web-social",
  scams: "scams#no-intermediary",
  otherCity: "offices-cities#other-city",
  ...linesFirst,
} as const;

function topics({ answers }: Parts, { slots }: ActionTurn): ActionResult {
  if (typeof slots.service === "string" && answers.service(slots.service)) return { to: "known" };
  return { slots: { topics: options(answers.topics().map(({ id, name }) => ({ value: id, title: { both: name } }))) } };
}

/** Families of a topic, and the services that stand alone. */
function families({ answers }: Parts, { slots }: ActionTurn): ActionResult {
  const inTopic = answers.services().filter(({ topic }) => topic === slots.topic);
  const seen = new Set<string>();
  const found = inTopic.flatMap((service): Choice[] => {
    const family = service.family ? answers.family(service.family) : undefined;
    const id = family?.id ?? service.id;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ value: id, title: { both: family?.name ?? service.name } }];
  });
  return { slots: { families: options(found) } };
}

function members({ answers }: Parts, { slots }: ActionTurn): ActionResult {
  const family = answers.family(String(slots.family));
  const found = answers.services().filter((service) => service.family === slots.family);
  const only = found.length === 1 ? found[0] : family ? undefined : answers.service(String(slots.family));
  if (only) return { to: "single", slots: { service: only.id } };
  if (!family) throw new Error(`services.members: no family or service called "${String(slots.family)}"`);
  return { slots: { members: options(found.map(asChoice)), question: { both: family.question } } };
}

function describe({ answers }: Parts, { slots }: ActionTurn): ActionResult {
  const service = answers.service(String(slots.service));
  if (!service) throw new Error(`services.describe: no service called "${String(slots.service)}"`);
  return { slots: { title: { both: service.name } }, says: [{ content: `service:${service.id}#summary` }] };
}

function aspect({ answers }: Parts, { slots, locale }: ActionTurn): ActionResult {
  const pair = `service:${String(slots.service)}#${String(slots.aspect)}`;
  return { says: [answers.passage(pair, locale) ? { content: pair } : { key: "answer.services.no-aspect" }] };
}

function contact({ answers }: Parts, { slots, locale, desk }: ActionTurn): ActionResult {
  const { channel, city } = slots;
  if (channel === "line") return { says: [{ content: desk.port.shows.line }] };
  if (channel === "web" || channel === "scams") return { says: [{ content: shownByName[channel] }] };
  const known = `offices-cities#${String(city)}`;
  return { says: [{ content: answers.passage(known, locale) ? known : shownByName.otherCity }] };
}

function language(_parts: Parts, { slots, speak }: ActionTurn): ActionResult {
  if (isLocale(slots.language)) speak(slots.language);
  return {};
}

async function survey(_parts: Parts, { trx, slots, locale, conversationId, channel, now }: ActionTurn): Promise<ActionResult> {
  const score = Number(slots.score);
  if (slots.score !== null && score >= 1 && score <= 5) {
    await recordRating(trx, { conversationId, score, locale, channel, at: now });
  }
  return {};
}

/** How a citizen may be reached: on Telegram also right there. */
function ways(_parts: Parts, { channel }: ActionTurn): ActionResult {
  const known = channel === "telegram" ? ["telegram", "phone", "email"] : ["email", "phone"];
  return { slots: { ways: options(known.map((value) => ({ value, title: { key: `callback.how.${value}` } }))) } };
}

/** Leaves a wish to be reached; a place in the queue is given up for it. */
async function callback(_parts: Parts, turn: ActionTurn): Promise<ActionResult> {
  const { trx, slots, desk, conversationId, turnId, channel, locale, now } = turn;
  const how = String(slots.how) as Callback["how"];
  const reach = how === "telegram" ? undefined : String(slots[how]);
  await desk.port.callback(trx, {
    conversationId, turnId, channel, locale, now, how, ...(reach ? { reach } : {}), ...(slots.question ? { question: String(slots.question) } : {}),
  });
  await desk.port.leave(trx, conversationId, now, "callback");
  desk.changed();
  return {};
}

const asChoice = ({ id, short }: Service): Choice => ({ value: id, title: { both: short } });
