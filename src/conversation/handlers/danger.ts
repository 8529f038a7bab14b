import { namesOption } from "../../flow/open.ts";
import { cityTold } from "../../flow/slots/city-told.ts";
import type { Choice, Utterance } from "../../flow/types.ts";
import type { Danger } from "../../understanding/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { tellsMan, tellsMinor } from "../../understanding/danger/writer.ts";
import { tokens } from "../../words.ts";
import { wordsEarlier } from "./given.ts";
import { settle, step } from "./moving.ts";
import { takesAnyText, toldInDanger } from "./repair/aside.ts";
import { isOutside, mayBeInBogota } from "./whereabouts.ts";

/**
 * Life first: a fixed, reviewed text with the right line, before any flow and any model; where a message tells of
 * several dangers, the gravest first and then the others; who is outside Colombia gets no line of Colombia. A flow that was open stays open behind it, nothing is asked,
 * and the words are kept nowhere but with the message itself: only the kind is. Where the open question takes any words,
 * the very same words once more are its answer.
 */
export const danger: Handler = async (turn) => {
  if (turn.inbound.choice) return undefined;
  const { kind, also } = await toldNow(turn);
  if (!kind) return undefined;
  if (takesAnyText(turn) && (await toldInDanger(turn)) === turn.inbound.text) return undefined;
  if (isShown(turn)) return undefined;
  const outside = await isOutside(turn);
  const lines = outside ? [abroad(kind), ...whereTheyAre(turn)] : await Promise.all([kind, ...also].map((each) => fixedText(turn, each)));
  return (await afterStory(turn, kind, [...lines, ...leaving(turn)])) ?? says(turn, [...lines, ...leaving(turn), ways(turn, kind, outside)], `danger-${kind}`);
};

/**
 * What a message tells of, the gravest first. Who says that they are a child, before or after violence is told, gets the child's line first.
 */
const toldNow = async (turn: Turn): Promise<{ kind?: Danger; also: Danger[] }> => {
  const { danger: kind, alsoDanger: also = [], minor } = turn.understood;
  if (kind === undefined) return minor && (await lastDanger(turn)) === "danger-violence" ? { kind: "child", also } : { also };
  const isChild = kind === "violence" && !also.includes("child") && (await wordsEarlier(turn, 1)).some(tellsMinor);
  return isChild ? { kind: "child", also: [kind, ...also] } : { kind, also };
};

const lastDanger = async ({ trx, inbound: { channel, conversationId } }: Turn): Promise<string | undefined> => {
  const told = await trx.selectFrom("turn").select("outcome").where("channel", "=", channel).where("conversation_id", "=", conversationId).where("outcome", "like", "danger-%")
    .orderBy("at", "desc").limit(1).executeTakeFirst();
  return told?.outcome;
};

/** Who says that they are safe now is told where to get help, and not first what to do in danger; of violence a man is told no women's line, and who is elsewhere none of Bogotá. */
const fixedText = async (turn: Turn, kind: Danger): Promise<Utterance> => {
  const how = turn.understood.safe && mayBeOver.has(kind) ? "safe-" : "";
  if (kind !== "violence") return { key: `danger.${how}${kind}`, cites: cites[kind] };
  if (await isHarmedMan(turn)) return { key: `danger.${how}man-violence`, cites: cites.threat };
  return (await mayBeInBogota(turn)) ? { key: `danger.${how}violence`, cites: cites.violence } : { key: `danger.${how}elsewhere-violence`, cites: cites.violence.slice(0, 1) };
};

/** Whether the one who is harmed is a man, as told now or before. */
export const isHarmedMan = async (turn: Turn): Promise<boolean> => tellsMan([turn.inbound.text ?? "", ...(await wordsEarlier(turn, 1))].join(". "));

const mayBeOver: ReadonlySet<Danger> = new Set(["trafficking", "child", "violence", "threat"]);

/**
 * Whoever tells of harm in a petition or a complaint gets the lines first, and what was told is kept as the answer: the
 * filing goes on. Where a life may hang on the next minutes nothing else is said.
 */
const afterStory = async (turn: Turn, kind: Danger, lines: Utterance[]): Promise<Response | undefined> => {
  const { state, parts, inbound: { text = "" } } = turn;
  const isCase = state.cursor !== null && parts.flows.get(state.cursor.flow)?.intent === "case.file";
  if (!isCase || kind === "self-harm" || kind === "medical" || !takesAnyText(turn) || tokens(text).length < fewestStoryWords) return undefined;
  const result = await step(turn, { kind: "answer", text });
  return result && settle(turn, result, `danger-${kind}`, [...lines, { key: "danger.goes-on" }]);
};

/** The very words of an option tell nothing but which. */
export const isShown = ({ state: { cursor, offered }, parts, inbound: { text = "" }, flowContext: { title }, locale }: Turn): boolean => {
  const flow = cursor ? parts.flows.get(cursor.flow) : undefined;
  const said = tokens(text).join(" ");
  return (flow !== undefined && namesOption(flow, cursor!, text, title)) || offered.some((option) => tokens(title(option.title, locale)).join(" ") === said);
};

/** Who writes from elsewhere of somebody in a Colombian city. */
const whereTheyAre = ({ inbound: { text = "" } }: Turn): Utterance[] =>
  cityTold(text) === undefined ? [] : [{ key: "danger.they-are-here", cites: cites.medical }];

/** Of several dangers only the gravest: abroad all begin with the same call. */
const abroad = (kind: Danger): Utterance => ({ key: `danger.abroad-${kind}`, cites: kind === "trafficking" ? [...helpAbroad, "plan-cancilleria-migration#vulnerable"] : helpAbroad });

const helpAbroad = ["documents-abroad#provisional-passport", "care-violence-trafficking#trafficking-abroad"];

/** Where the numbers of each text were published. */
export const cites: Record<Danger, string[]> = {
  medical: ["care-emergency-lines#emergency-123"],
  "self-harm": ["care-emergency-lines#emergency-123"],
  trafficking: ["care-emergency-lines#trafficking-line", "care-emergency-lines#crime-122"],
  child: ["care-emergency-lines#child-141", "care-emergency-lines#crime-122"],
  violence: ["care-emergency-lines#women-155", "care-emergency-lines#linea-purpura"],
  threat: ["care-emergency-lines#emergency-123", "care-emergency-lines#crime-122"],
};

/** The route of care that is offered after a danger, where it has one. */
export const routeOf = ({ parts }: Pick<Turn, "parts">, kind: Danger): Choice | undefined => {
  const need = routeAfter[kind];
  return need !== undefined && parts.flows.has(careRoute) ? { value: `flow:${careRoute}:${need}`, title: { key: "care.choice.route" } } : undefined;
};

export const careRoute = "find-route";

/** The need with which a route of care begins after a danger; who thinks of death is to be with people first. */
const routeAfter: Partial<Record<Danger, string>> = { trafficking: "trafficking", child: "violence", violence: "violence", threat: "legal", medical: "health" };

/** How to hide the page, where there is one. */
export const leaving = ({ inbound }: Turn): Utterance[] => (inbound.channel === "web" ? [{ key: "danger.page" }] : []);

/** So many words tell something that the open question may want: whoever wrote them need not tell it twice. */
const fewestStoryWords = 6;

const ways = ({ state, parts, locale, inbound }: Turn, kind: Danger, outside: boolean): Utterance => {
  const choices: Choice[] = [{ value: "person", title: { key: "channel.choice.person" } }];
  const route = routeOf({ parts }, kind);
  if (route) choices.push(route);
  if (takesAnyText({ state, parts }) && tokens(inbound.text ?? "").length >= fewestStoryWords) choices.push({ value: "heard:danger", title: { key: "repair.heard.danger" } });
  if (state.cursor) choices.push({ value: "repeat", title: { key: "channel.choice.continue" } });
  const day = parts.answers.passage("care-emergency-lines#emergency-123", locale)?.reviewed;
  return day && !outside ? { key: "danger.checked", params: { date: { date: day } }, choices } : { key: "danger.person", choices };
};
