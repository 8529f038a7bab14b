import { amended, amendmentIn, withYears } from "../../../flow/amending.ts";
import { correctionIn } from "../../../flow/correction.ts";
import type { Flow, Question } from "../../../flow/flow.ts";
import { namesOption, openOptions, openQuestion } from "../../../flow/open.ts";
import { matchChoice } from "../../../flow/slots/choice.ts";
import { nameOf } from "../../../flow/question.ts";
import type { Choice, Cursor } from "../../../flow/types.ts";
import { kindSaid } from "../../../understanding/case-kind/said-kind.ts";
import { fold, tokens } from "../../../words.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { settle, step } from "../moving.ts";
import { correctNamed } from "./correction.ts";
import { wantedFlows } from "./interruption.ts";

/**
 * Free words at a choice of a flow that keeps a story, such as its summary: a change is made wherever the old words stand,
 * a kind that is named is chosen, more of the story is put at its end. What fits nowhere is asked about, and not lost.
 */
export const amend = async (turn: Turn): Promise<Response | undefined> => {
  const { state: { cursor }, parts, inbound: { text = "" }, understood, flowContext } = turn;
  const flow = cursor && parts.flows.get(cursor.flow);
  const open = flow && openQuestion(flow, cursor!);
  const isTold = cursor && typeof cursor.slots[story] === "string";
  if (!flow || !isTold || !open || open.rule.as !== "choice" || !flow.questions.some(({ slot }) => slot === addition) || namesOption(flow, cursor, text, flowContext.title)) return undefined;
  if (understood.command !== undefined && understood.command.name !== "correct") return undefined;
  if (cursor.returnTo || matchChoice(openOptions(flow, cursor), text, flowContext.title)) return undefined;
  const presented = await presentsAnew(turn, flow, cursor, open);
  if (presented) return presented;
  if (open.slot === "kind") return (await choosesKind(turn, cursor)) ?? (await correctNamed(turn)) ?? (await tellsMore(turn, cursor));
  return open.slot === "confirm" ? (await replaces(turn, flow, cursor)) ?? asksWhere(turn, flow, cursor) : undefined;
};

/** "No, better with my name": how it is presented changes, and what is needed for that is asked. */
const presentsAnew = async (turn: Turn, flow: Flow, cursor: Cursor, open: Question): Promise<Response | undefined> => {
  const words = fold(turn.inbound.text ?? "");
  const now = Object.entries(presented).find(([, said]) => said.test(words))?.[0];
  const question = flow.questions.find(({ slot }) => slot === "identity");
  if (now === undefined || !question || question.index >= open.index || cursor.slots["identity"] === undefined || cursor.slots["identity"] === now || tokens(words).length > mostPresenting) return undefined;
  const result = await step(turn, { kind: "correct", slot: "identity", text: turn.flowContext.title({ key: `${flow.name}.identity.${now}` }, turn.locale) });
  return result && settle(turn, result, "repaired-correction");
};

const mostPresenting = 10;
const presented = {
  anonymous: /(?<!\p{L})(?:anonim[oa]|anonymous(?:ly)?|sin mi nombre|without my name|no (?:quiero )?con mi nombre|not with my name)(?!\p{L})/u,
  reserved: /(?<!\p{L})(?:identidad reservada|identity reserved|reserved identity|con reserva)(?!\p{L})/u,
  named: /(?<!\p{L})(?:con mi nombre|a mi nombre|with my name|in my name|under my name)(?!\p{L})/u,
};

const story = "story";
const addition = "addition";

/** A question, a command or another wish tells nothing of the case. */
const isElsewhere = (turn: Turn, { flow }: Cursor): boolean =>
  turn.understood.question || turn.understood.command !== undefined || wantedFlows(turn).some((name) => name !== flow);

const choosesKind = async (turn: Turn, cursor: Cursor): Promise<Response | undefined> => {
  if (isElsewhere(turn, cursor)) return undefined;
  const options = openOptions(turn.parts.flows.get(cursor.flow)!, cursor).map(({ value }) => (value === "yes" ? String(cursor.slots["best"]) : value));
  const kind = kindSaid(turn.inbound.text ?? "", options, String(cursor.slots["best"]));
  const result = kind && await step(turn, { kind: "answer", text: "", choice: kind === cursor.slots["best"] ? "yes" : kind });
  return result ? settle(turn, result, "flow-continued") : undefined;
};

const tellsMore = async (turn: Turn, cursor: Cursor): Promise<Response | undefined> => {
  const { inbound: { text = "" } } = turn;
  if (isElsewhere(turn, cursor) || tokens(text).length < fewestTelling) return undefined;
  const result = await step(turn, { kind: "correct", slot: story, text: `${String(cursor.slots[story])}\n${text.trim()}`, part: true });
  return result && settle(turn, result, "flow-continued");
};

const fewestTelling = 4;

/** The change is made in the story and in every other answer in people's own words that says the same. */
const replaces = async (turn: Turn, flow: Flow, cursor: Cursor): Promise<Response | undefined> => {
  const words = turn.inbound.text ?? "";
  const said = amendmentIn(words);
  const texts = flow.questions.filter(({ slot, rule }) => rule.as === "text" && slot !== addition && typeof cursor.slots[slot] === "string");
  const only = said && texts.find(({ slot }) => slot !== story && isNamed(turn, flow, slot));
  const [first, ...also] = texts.flatMap(({ slot }: Question) => {
    const held = String(cursor.slots[slot]);
    const text = (said && amended(held, said)) ?? withYears(held, words);
    return text === undefined || text === held ? [] : [{ slot, text }];
  });
  const change = only ? { slot: only.slot, text: said.now } : first ? { ...first, part: true as const, also } : namedAnew(turn, flow, cursor, said?.now);
  const result = change && await step(turn, { kind: "correct", ...change });
  return result ? settle(turn, result, "repaired-correction") : undefined;
};

/** The very name of an answer stands in the words, before what it becomes. */
const isNamed = ({ inbound: { text = "" }, flowContext, spoken }: Turn, flow: Flow, slot: string): boolean => {
  const name = nameOf({ flow, context: flowContext }, slot);
  const title = typeof name === "object" && "key" in name ? flowContext.title(name, spoken()) : "";
  const wanted = tokens(title).filter((word) => word.length > 3);
  const said = tokens(text).slice(0, mostNaming);
  return wanted.length > 0 && wanted.every((word) => said.includes(word));
};

const mostNaming = 6;

/** "The place is wrong, it is Garcitas, not Puerto Carreño": the answer that is named, without what it is not. */
const namedAnew = (turn: Turn, flow: Flow, cursor: Cursor, now: string | undefined) => {
  const named = now === undefined ? null : correctionIn(flow, cursor, turn.inbound.text ?? "", turn.flowContext);
  const rule = named && flow.questions.find(({ slot }) => slot === named.slot)?.rule;
  return named && rule?.as === "text" && named.slot !== story ? { slot: named.slot, text: now! } : undefined;
};

/** Words that name no answer, or would leave little of the story: where they go is asked. */
const asksWhere = (turn: Turn, flow: Flow, cursor: Cursor): Response | undefined => {
  const { inbound: { text = "" }, understood, state } = turn;
  const named = correctionIn(flow, cursor, text, turn.flowContext);
  const cutsStory = named?.slot === story && named.text !== undefined && named.text.length < String(cursor.slots[story]).length * leastKept;
  if (!cutsStory && (named || understood.question || understood.command || asksForField.test(fold(text)) || tokens(text).length < fewestTelling)) return undefined;
  const fields = flow.questions.filter(({ slot, rule }) => rule.as === "text" && slot !== addition && slot !== "more" && cursor.slots[slot] !== undefined);
  const choices: Choice[] = [
    { value: "heard:addition", title: { key: "repair.amend.add" } },
    ...fields.map(({ slot }): Choice => ({ value: `correct:${slot}`, title: nameOf({ flow, context: turn.flowContext }, slot) as Choice["title"] })),
    { value: "repeat", title: { key: "channel.choice.continue" } },
  ];
  return says({ ...turn, state: { ...state, heard: text } }, [{ key: "repair.amend.ask", choices }], "repaired-clarification", { detail: { flow: flow.name } });
};

const leastKept = 0.5;
const asksForField = /^(?:(?:quiero|puedo|can i|i want to|let me|please) )?(?:cambiar|change|corregir|correct)(?!\p{L})/u;

/** What fitted nowhere goes to the end of the story. */
export const addedTo = async (turn: Turn, text: string): Promise<Response | undefined> => {
  const opened = await step(turn, { kind: "answer", text: "", choice: "add" });
  if (!opened) return undefined;
  turn.state.cursor = opened.cursor;
  const result = await step(turn, { kind: "answer", text });
  return result && settle(turn, result, "flow-continued");
};
