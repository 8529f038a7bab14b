import type { Choice, Utterance } from "../../flow/types.ts";
import { locales } from "../../locale.ts";
import { denialIn, hesitatesIn } from "../../understanding/danger/denial.ts";
import { shunsHospital, tellsNoPapers } from "../../understanding/danger/no-hospital.ts";
import { dangers, type Danger } from "../../understanding/types.ts";
import { tokens } from "../../words.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says } from "../saying.ts";
import { careRoute, cites, isHarmedMan, isShown, routeOf } from "./danger.ts";
import { askAgain } from "./moving.ts";
import { takesAnyText } from "./repair/aside.ts";
import { openFlow, wantedFlows } from "./repair/interruption.ts";
import { isOutside } from "./whereabouts.ts";

/** Who told of a danger and would rather not call or go is not answered as if nothing had been told; a question about it that has an answer is. */
export const hesitates: Handler = async (turn) => {
  const { state: { danger }, inbound: { text, choice }, understood: { question }, answer } = turn;
  if (!danger || !text || choice !== undefined || takesAnyText(turn) || !hesitatesIn(text, mayNotWait.has(danger))) return undefined;
  if (!mayNotWait.has(danger) && question && answer.kind !== "none") return undefined;
  const goOn: Choice[] = turn.state.cursor ? [{ value: "repeat", title: { key: "channel.choice.continue" } }] : [];
  return says(turn, [{ key: "danger.hesitates" }, await lineOf(turn, danger), { key: "danger.person", choices: [...waysOf(turn, danger), ...goOn] }], "repaired-repeat");
};

/** Who says that it is not so, and nothing else, is believed and asked nothing new. */
export const denies: Handler = async (turn) => {
  const { understood: { denied }, inbound: { text = "", choice } } = turn;
  if (!denied || choice !== undefined || takesAnyText(turn) || denialIn(text)?.rest.trim() !== "") return undefined;
  const heard = await believedIn(turn, denied);
  return (await askAgain(turn, "repaired-repeat", [heard])) ?? says(turn, [heard, { key: "danger.person", choices: [{ value: "person", title: { key: "channel.choice.person" } }] }], "repaired-repeat");
};

export const mayNotWait: ReadonlySet<Danger> = new Set(["medical", "self-harm"]);

/** Who asks after a danger what to do, and names no other need, is told its line and its own steps: what they told before may name another. */
export const staysInDanger: Handler = async (turn) => {
  const { state: { danger, cursor }, inbound: { text, choice }, parts } = turn;
  const route = danger && routeOf(turn, danger);
  if (!route || !text || choice !== undefined || cursor || wantedFlows(turn)[0] !== careRoute || parts.care.read(text).need.length > 0) return undefined;
  const begun = await openFlow(turn, careRoute, { need: route.value.split(":")[2]!, told: text });
  return begun.outcome === "flow-started" ? before(begun, await lineOf(turn, danger)) : begun;
};

/** The button of a danger, typed some replies later, in either language, alone or at the end of what is told. */
export const routeTyped = (turn: Turn): string | undefined => {
  const { state: { danger }, inbound: { text = "" }, flowContext: { title } } = turn;
  const route = danger && routeOf(turn, danger);
  const said = ` ${tokens(text).join(" ")}`;
  return route && locales.some((locale) => said.endsWith(` ${tokens(title(route.title, locale)).join(" ")}`)) ? route.value : undefined;
};

/** Beside what is answered: the line where words may tell of a danger, a denial heard, and the way on after a danger. What was given is remembered. */
export const withDanger = async (turn: Turn, response: Response): Promise<Response> =>
  remembering(turn, await withoutPapers(turn, await withDenial(turn, await withPerhaps(turn, await stillInMind(turn, response)))));

/** Who has no papers and may not wait hears first that emergency rooms see everybody; where nothing is open, only that. */
const withoutPapers = async (turn: Turn, response: Response): Promise<Response> =>
  response.outcome.startsWith("danger-") || response.says.some(isAboutLines) || !(await waitsForPapers(turn)) ? response : before(response, noPapers);

export const shunsForPapers: Handler = async (turn) => {
  const { state: { danger, cursor }, understood: { question } } = turn;
  if (cursor || question || !(await waitsForPapers(turn))) return undefined;
  return says(turn, [noPapers, { key: "danger.person", choices: waysOf(turn, danger ?? "medical") }], "answered");
};

const noPapers: Utterance = { key: "danger.after.no-papers", cites: cites.medical };

/** Who would not go to a hospital for their papers, or tells of having none in a danger that may not wait; not who is outside Colombia. */
const waitsForPapers = async (turn: Turn): Promise<boolean> => {
  const { state: { danger, warned = [] }, inbound: { text = "", choice }, understood: { question } } = turn;
  if (choice !== undefined || takesAnyText(turn)) return false;
  const mayBeDying = danger ? mayNotWait.has(danger) : warned.some((one) => mayNotWait.has(one.danger));
  const isTold = mayBeDying ? tellsNoPapers(text) : !question && shunsHospital(text);
  return isTold && !(await isOutside(turn));
};

/** Where words may tell of a danger, but not surely, its line stands before the reply; not again where it was given lately, and not for the code of a conversation. */
const withPerhaps = async (turn: Turn, response: Response): Promise<Response> => {
  const { understood: { perhaps: kind }, inbound, state: { warned = [] } } = turn;
  if (!kind || inbound.choice !== undefined || response.outcome === "repaired-channel" || isShown(turn)) return response;
  if (warned.some(({ danger }) => danger === kind) || response.says.some(isLineOf(kind)) || response.says.some(isAboutLines)) return response;
  return before(response, await lineOf(turn, kind));
};

/** What has no answer after a danger gets its line once more; the way to help stays below whatever is answered. */
const stillInMind = async (turn: Turn, response: Response): Promise<Response> => {
  const { state: { danger }, inbound, understood: { question, denied } } = turn;
  if (!danger || denied || inbound.choice !== undefined) return response;
  if (response.state.cursor) return question && response.outcome === "repaired-invalid" ? before(response, await lineOf(turn, danger)) : response;
  const ways = waysOf(turn, danger);
  if (response.outcome.startsWith("unanswered-")) {
    const found = response.says.filter((said) => !("key" in said));
    return says(turn, [...found, await lineOf(turn, danger), { key: "danger.person", choices: ways }], response.outcome, { state: response.state, detail: response.detail });
  }
  if (response.outcome !== "answered" && !response.outcome.startsWith("refused-")) return response;
  const last = response.says.at(-1);
  if (!last) return response;
  const all = [...(last.choices ?? []).filter(({ value }) => value !== `flow:${careRoute}` && ways.every((way) => way.value !== value)), ...ways];
  return { ...response, says: [...response.says.slice(0, -1), { ...last, choices: all }], state: { ...response.state, offered: all } };
};

/** Who says that it is not so is believed before anything else is answered. */
const withDenial = async (turn: Turn, response: Response): Promise<Response> => {
  const { denied } = turn.understood;
  return !denied || response.says.some((said) => "key" in said && said.key.startsWith("danger.denied")) ? response : before(response, await believedIn(turn, denied));
};

/** Who said to think of death keeps the line, in one sentence. */
const believedIn = async (turn: Turn, denied: "self-harm" | "other"): Promise<Utterance> => {
  if (denied !== "self-harm" && turn.state.danger !== "self-harm") return { key: "danger.denied" };
  return (await isOutside(turn)) ? { key: "danger.denied-abroad" } : { key: "danger.denied-self-harm", cites: cites["self-harm"] };
};

/** Which lines were given in the last replies, and the danger until a route begins, a flow ends, it is denied, or enough was said. */
const remembering = ({ state, understood }: Turn, response: Response): Response => {
  const told = dangers.find((danger) => response.outcome === `danger-${danger}`);
  const perhapsAbroad = response.says.some((said) => "key" in said && said.key === "danger.perhaps-abroad") ? understood.perhaps : undefined;
  const given = dangers.filter((danger) => danger === told || danger === perhapsAbroad || response.says.some(isLineOf(danger)));
  const older = (state.warned ?? []).filter(({ danger }) => !given.includes(danger)).map(({ danger, ago }) => ({ danger, ago: ago + 1 })).filter(({ ago }) => ago <= lately);
  const rest = { ...response.state };
  delete rest.danger;
  delete rest.warned;
  const warned = [...older, ...given.map((danger) => ({ danger, ago: 0 }))];
  const isOver = understood.denied !== undefined || warned.length === 0 || response.outcome === "flow-completed" || (response.outcome === "flow-started" && response.detail.flow === careRoute);
  const danger = told ?? (isOver ? undefined : state.danger);
  return { ...response, state: { ...rest, ...(danger && { danger }), ...(warned.length > 0 && { warned }) } };
};

const lately = 5;

/** The line of a danger in one sentence. */
export const lineOf = async (turn: Turn, kind: Danger): Promise<Utterance> => {
  if (await isOutside(turn)) return { key: "danger.perhaps-abroad" };
  return kind === "violence" && (await isHarmedMan(turn)) ? { key: "danger.perhaps-man-violence", cites: cites.threat } : { key: `danger.perhaps-${kind}`, cites: cites[kind] };
};

/** Who asks about the lines or the privacy tells nothing new. */
const isAboutLines = (said: Utterance): boolean => "key" in said && /^danger\.(?:after\.|private)/.test(said.key);

const isLineOf = (kind: Danger) => (said: Utterance): boolean =>
  "key" in said && (["", "abroad-", "safe-", "perhaps-", "man-", "safe-man-", "perhaps-man-", "elsewhere-", "safe-elsewhere-"].some((how) => said.key === `danger.${how}${kind}`));

export const waysOf = (turn: Turn, kind: Danger): Choice[] => {
  const route = routeOf(turn, kind);
  return [...(route ? [route] : []), { value: "person", title: { key: "channel.choice.person" } }];
};

const before = (response: Response, line: Utterance): Response =>
  ({ ...response, says: [line, ...response.says], state: { ...response.state, said: [line, ...response.state.said] } });
