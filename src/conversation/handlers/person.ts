import type { Choice, Utterance } from "../../flow/types.ts";
import type { Locale } from "../../locale.ts";
import type { AtDesk, Waiting } from "../desk.ts";
import type { Response } from "../response.ts";
import type { Turn } from "../respond.ts";
import { says, saysAside } from "../saying.ts";

type Asked = "handed-off-requested" | "handed-off-misses" | "handed-off-flow";

/** Asks for a person: the conversation waits at the desk, and the citizen learns the place, the wait and the ways around it. */
export const toPerson = async (turn: Turn, outcome: Asked, before: Utterance[] = [], queue?: string): Promise<Response> => {
  const at = await ask(turn, outcome, queue ? { queue } : {});
  if (at.state === "claimed") return says(turn, [...before, { key: "desk.with", params: { name: at.name } }], outcome);
  const line = { content: at.line, choices: waysOn(turn, ["desk:wait", "desk:video", "flow:callback", "desk:leave"]) };
  return says(turn, [...before, { key: `answer.person.${outcome}` }, ...placeOf(at, turn.spoken()), line], outcome, {
    state: { ...turn.state, stumbles: 0 },
    detail: turn.state.cursor ? { flow: turn.state.cursor.flow } : {},
  });
};

/** Asks for a person who can be seen: what it needs is told before. Who is with a person already stays with them. */
export const toVideo = async (turn: Turn): Promise<Response> => {
  const at = await ask(turn, "handed-off-requested", { video: true });
  const told: Utterance[] = [{ key: "desk.video.asked" }, { content: turn.parts.desk.shows.videoNeeds }];
  if (at.state === "claimed") return saysAside(turn, told, "handed-off-conversing");
  const [last, ...before] = placeOf(at, turn.spoken()).toReversed();
  const choices = waysOn(turn, ["desk:wait", "flow:callback", "desk:leave"]);
  return says(turn, [...told, ...before.toReversed(), { ...last!, choices }], "handed-off-requested", {
    state: { ...turn.state, stumbles: 0 },
    detail: turn.state.cursor ? { flow: turn.state.cursor.flow } : {},
  });
};

const ask = async (turn: Turn, outcome: Asked, more: { queue?: string; video?: true }): Promise<AtDesk> => {
  const at = await turn.parts.desk.ask(turn.trx, {
    conversationId: turn.inbound.conversationId, turnId: turn.inbound.turnId, channel: turn.inbound.channel,
    locale: turn.spoken(), now: turn.now, reason: reasons[outcome], ...more, ...aboutOf(turn),
  });
  turn.tellDesk();
  return at;
};

/** Where somebody stands who waits, and how long that may take: what is known, or that it is not known. */
export const placeOf = (at: Waiting, locale: Locale): Utterance[] => {
  const { place, estimate, open, nextOpening, present } = at;
  if (!open) return [nextOpening ? { key: "desk.closed-now", params: { day: { date: nextOpening.toISOString() }, time: clock(nextOpening, locale) } } : { key: "desk.closed-long" }];
  const wait: Utterance = estimate === undefined ? { key: "desk.estimate.unknown" } : { key: "desk.estimate.known", params: { count: estimate } };
  return [{ key: present ? "desk.place.present" : "desk.place.absent", params: { place } }, wait];
};

/** The choices of somebody who waits, and the question that is open beside them. */
export const waysOn = ({ state }: Turn, ways: (keyof typeof titles)[]): Choice[] => [
  ...ways.map((value): Choice => ({ value, title: { key: titles[value] } })),
  ...(state.cursor ? [{ value: "repeat", title: { key: "channel.choice.continue" } }] : []),
];

const titles = {
  "desk:wait": "desk.choice.wait",
  "desk:place": "desk.choice.place",
  "desk:leave": "desk.choice.leave",
  "desk:video": "desk.choice.video",
  "flow:callback": "desk.choice.callback",
} as const;

const reasons = { "handed-off-requested": "requested", "handed-off-misses": "misses", "handed-off-flow": "flow" } as const;

/** The topic of what was talked about. */
const aboutOf = ({ state, parts }: Turn): { service?: string } => {
  const topic = state.service === undefined ? undefined : parts.answers.service(state.service)?.topic;
  return topic ? { service: topic } : {};
};

const clock = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en-US", { hour: "numeric", minute: "2-digit", timeZone: "America/Bogota" }).format(at);
