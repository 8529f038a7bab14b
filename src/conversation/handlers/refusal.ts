import { cityTold } from "../../flow/slots/city-told.ts";
import type { Flow } from "../../flow/flow.ts";
import { namesOption, openOptions, openQuestion } from "../../flow/open.ts";
import { matchChoice } from "../../flow/slots/choice.ts";
import { validators } from "../../flow/slots/validators.ts";
import type { Choice, Utterance } from "../../flow/types.ts";
import { asksToBook } from "../../understanding/asks-to-book.ts";
import { agreesAfterAll } from "../../understanding/replies.ts";
import type { Refusal } from "../../understanding/refusal.ts";
import type { Understood } from "../../understanding/types.ts";
import type { RefusalKind } from "../../understanding/refusal/kinds.ts";
import { tokens } from "../../words.ts";
import type { Outcome } from "../message.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { askAgain } from "./moving.ts";
import { asksFor } from "./repair/aside.ts";
import { nothingToLose } from "./repair/interruption.ts";

/**
 * What is not answered from the knowledge: says no, why, and the next useful thing. In a flow that has begun only what
 * is clearly so, never in a petition or a complaint, nor where free words are asked for: whoever reports a bribe writes about one.
 */
export const refusal: Handler = async (turn) => {
  const found = turn.understood.refusal;
  if (!found || turn.inbound.choice !== undefined || !isSure(turn, found)) return undefined;
  const said: Utterance[] = [{ key: `refusal.${found.kind}` }, ...helpFor(turn, found)];
  if (turn.state.cursor && !nothingToLose(turn)) return askAgain(turn, outcomes[found.kind], said);
  const last: Utterance = { ...said.at(-1)!, choices: waysOn(turn, found.kind) };
  const state = { ...turn.state, cursor: null, misses: 0, stumbles: 0 };
  return says(turn, [...said.slice(0, -1), last], outcomes[found.kind], { state, detail: { score: found.score } });
};

const outcomes = {
  "evasion": "refused-unsafe", "bribe": "refused-unsafe", "forgery": "refused-unsafe",
  "other-person": "refused-personal-data", "own-case": "refused-personal-data",
  "prediction": "refused-out-of-scope", "legal-advice": "refused-out-of-scope",
  "instructions": "refused-out-of-scope", "out-of-scope": "refused-out-of-scope",
} as const satisfies Record<RefusalKind, Outcome>;

/**
 * A refusal must beat what is known: the surer the answer, or that a service is asked for, the surer it must be. Where
 * nothing is known it costs little, since silence is the other way out. After an answer a short question leans on it.
 * Of 938 open messages (23 November 2026) this line refuses 4 that have an answer and 124 of 128 that must be refused;
 * 0.5 for all of them refuses 6 and 122.
 */
const isSure = (turn: Turn, { kind, score }: Refusal): boolean => {
  const { answer, understood, state } = turn;
  if (state.cursor && !fitsFlow(turn, score)) return false;
  if (score < leastBesideBooking && asksToBook(turn.inbound.text ?? "")) return false;
  const known = Math.max(answer.kind === "none" ? 0 : answer.score, meantFor(understood));
  if (kind === "instructions") return score >= leastBesideQuestion && known < leastQuestion;
  const harmless = kind === "out-of-scope" || kind === "own-case";
  if (harmless && (understood.route === "told" || understood.route === "full")) return false;
  if (state.about !== undefined && score < leastAfterAnswer) return false;
  if (known < somethingKnown) return true;
  return score >= Math.max(leastBesideAnswer, 0.1 + 0.8 * (known + (harmless ? 0.15 : 0)));
};

/** A route is guessed from a word or two: only who tells of a need is known to look for one. */
const meantFor = ({ intent, route }: Understood): number =>
  intent?.name === "route.find" && (route === undefined || route === "hinted") ? Math.min(intent.score, routeGuessed) : (intent?.score ?? 0);

const routeGuessed = 0.3;
const leastBesideBooking = 0.8;
const leastBesideQuestion = 0.5;
const leastAfterAnswer = 0.7;
const leastBesideAnswer = 0.55;
/** Below it an answer, or what is asked for, is a guess. */
const somethingKnown = 0.25;
/** From here on there is a question of ours beside the words meant for a machine: that is answered, and they are not obeyed. */
const leastQuestion = 0.35;

const fitsFlow = (turn: Turn, score: number): boolean => {
  const { inbound: { text = "" }, state, parts, flowContext } = turn;
  const flow = state.cursor && parts.flows.get(state.cursor.flow);
  if (flow?.intent === "case.file") return false;
  if (flow?.given.includes("told") && tellsOfSelf(turn, text)) return false;
  if (!flow || namesOption(flow, state.cursor!, text, flowContext.title) || asksFor(turn, "text", "name")) return false;
  if ((tokens(text).length < fewestWords || asksOwn(turn, flow)) && isWrittenAnswer(turn, flow, text)) return false;
  return nothingToLose(turn) || (score >= 0.8 && tokens(text).length >= fewestWords);
};

/** What is told of a person is no question. */
const tellsOfSelf = ({ parts: { care }, understood }: Turn, text: string): boolean =>
  !understood.question && (care.read(text).tells || cityTold(text) !== undefined);

/** What a form asks of oneself is nobody else's. */
const asksOwn = ({ state }: Turn, flow: Flow): boolean => ["document", "email", "phone", "radicado", "name"].includes(openQuestion(flow, state.cursor!)?.rule.as ?? "");

/** A city, a day or an option that is asked for is an answer, whatever it sounds like elsewhere. */
const isWrittenAnswer = ({ state, flowContext }: Turn, flow: Flow, text: string): boolean => {
  const as = openQuestion(flow, state.cursor!)?.rule.as;
  if (as === "choice") return agreesAfterAll(text) || matchChoice(openOptions(flow, state.cursor!), text, flowContext.title) !== null;
  return as !== undefined && as !== "files" && "ok" in validators[as].parse(text, {}, flowContext);
};

/** A shorter message in a flow is an answer to it. */
const fewestWords = 4;

/** The passages that say the rule, with their source. */
const helpFor = ({ parts, locale }: Turn, { kind }: Refusal): Utterance[] =>
  (parts.helpOfRefusals.get(kind)?.show ?? []).filter((pair) => parts.answers.passage(pair, locale)).map((content) => ({ content }));

const waysOn = (turn: Turn, kind: RefusalKind): Choice[] => {
  const offer = turn.parts.helpOfRefusals.get(kind)?.offer;
  const more: Choice[] = offer ? [{ value: `show:${offer}`, title: { key: `refusal.offer.${kind}` } }] : [];
  return [...more, ...ofService(turn, kind), ...general[kind].map((value): Choice => ({ value, title: { key: titles[value] } }))];
};

/** Where a service is spoken of: what it asks for, which is known, in place of what will be decided, which is not. */
const ofService = ({ answer, parts, locale }: Turn, kind: RefusalKind): Choice[] => {
  const service = "passages" in answer ? answer.passages.find((passage) => passage.service)?.service : undefined;
  if (!service || !(kind in aspects)) return [];
  return aspects[kind as keyof typeof aspects]
    .filter((aspect) => parts.answers.passage(`service:${service}#${aspect}`, locale))
    .map((aspect) => ({ value: `service:${service}:${aspect}`, title: { key: `answer.aspect.${aspect}` } }));
};

const aspects = { "prediction": ["requirements", "who"], "legal-advice": ["requirements"], "own-case": ["where", "time"] } as const;

const titles = {
  "flow:find-tramite": "channel.choice.find-tramite",
  "flow:contact": "channel.choice.contact",
  "flow:file-case": "channel.choice.case",
  "flow:follow-case": "channel.choice.follow",
  "person": "channel.choice.person",
} as const;

const general: Record<RefusalKind, (keyof typeof titles)[]> = {
  "evasion": ["flow:find-tramite", "person"],
  "bribe": ["flow:file-case", "person"],
  "forgery": ["flow:find-tramite", "person"],
  "other-person": ["person"],
  "prediction": ["flow:find-tramite", "person"],
  "legal-advice": ["flow:find-tramite", "person"],
  "own-case": ["flow:follow-case", "flow:contact", "person"],
  "instructions": ["flow:find-tramite", "flow:contact"],
  "out-of-scope": ["flow:find-tramite", "flow:contact"],
};
