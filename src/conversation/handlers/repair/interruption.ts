import { asksToBook } from "../../../understanding/asks-to-book.ts";
import { languageAskedIn } from "../../../understanding/commands/language.ts";
import { saysNothing } from "../../../understanding/replies.ts";
import { fold } from "../../../words.ts";
import type { Choice, Slots } from "../../../flow/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { givenBy, wishedEarlier, wordsEarlier } from "../given.ts";
import { askAgain, keptOf, startFlow } from "../moving.ts";
import { liveDrafts } from "./drafts.ts";
import { speak } from "./remark.ts";

/** The flows that these words may ask for, the likeliest first; more than one when one should ask. */
export const wantedFlows = ({ understood, parts, inbound }: Turn): string[] => {
  if (inbound.choice === undefined && saysNothing(inbound.text ?? "")) return [];
  const { intent, near } = understood;
  const flows = [...parts.flows.values()];
  const flowOf = ({ name }: { name: string }) => flows.find((flow) => flow.intent === name)?.name ?? [];
  const leads = intent !== undefined && flowOf(intent).length > 0 && near.some(({ name }) => name === booking);
  if (intent?.name !== booking && !leads && inbound.choice === undefined && asksToBook(inbound.text ?? "")) return [{ name: booking }].flatMap(flowOf);
  return intent && flowOf(intent).length > 0 ? [intent, ...near].flatMap(flowOf) : [];
};

/** For whatever it is, an appointment is asked for. */
const booking = "appointment.book";

/** Words that name a flow, with none open: starts it, or asks which of two near ones, or whether to take up its draft. */
export const openWanted = (turn: Turn, wanted: string[]): Promise<Response> | Response | undefined => {
  const [first, ...others] = wanted;
  if (first === undefined) return undefined;
  return others.length > 0 ? clarify(turn, wanted) : openFlow(turn, first);
};

/** Starts a flow, unless the citizen has a draft of it in which something was written: then asks which is meant. */
export const openFlow = (turn: Turn, name: string, more: Slots = {}, before?: string): Promise<Response> | Response => {
  const draft = liveDrafts(turn).find(({ cursor }) => cursor.flow === name);
  const flow = turn.parts.flows.get(name);
  const isWritten = draft?.cursor.trail.some((position) => flow?.questions.some(({ position: { step: at, field }, rule }) =>
    at === position.step && field === position.field && rule.as !== "choice"));
  if (!draft || !isWritten) return begin(turn, name, flow && { ...givenBy(turn, flow, before), ...more });
  const choices: Choice[] = [
    { value: `resume:${name}`, title: { key: "repair.resume.yes" } }, { value: `fresh:${name}`, title: { key: "repair.resume.fresh" } },
  ];
  return says(turn, [{ key: "repair.resume.offer", params: { flow: { key: `${name}.title` } }, choices }], "repaired-resume");
};

/** A flow that reads stories also reads what was told before them, and knows what was told when it was gone through before. */
const begin = async (turn: Turn, name: string, slots: Slots = {}): Promise<Response> => {
  const flow = turn.parts.flows.get(name);
  const wished = flow?.intent === booking ? await wishedEarlier(turn, flow, slots) : {};
  return startFlow(turn, name, { ...keptOf(turn, name), ...(flow?.given.includes("told") ? { earlier: await wordsEarlier(turn) } : {}), ...wished, ...slots });
};

const clarify = (turn: Turn, wanted: string[]): Response => {
  const choices: Choice[] = wanted.slice(0, 3).map((name) => ({ value: `flow:${name}`, title: { key: `${name}.title` } }));
  const none: Choice = { value: turn.state.cursor ? "repeat" : "command:help", title: { key: "repair.clarify.none" } };
  return says(turn, [{ key: "repair.clarify.ask", choices: [...choices, none] }], "repaired-clarification");
};

/** Words in the middle of a flow that ask for another one. Where nothing is lost, the open one gives way at once. */
export const interrupt = (turn: Turn): Promise<Response> | Response | undefined => {
  const open = turn.state.cursor!.flow;
  const wanted = wantedFlows(turn);
  const [first] = wanted;
  if (first === undefined || first === open || confirmsOpen(turn, open, first)) return undefined;
  if (turn.understood.intent?.name === "language.change" && !nothingToLose(turn)) return speak(turn, languageAskedIn(turn.inbound.text ?? "") ?? (turn.locale === "es" ? "en" : "es"));
  const others = wanted.filter((name) => name !== open);
  if (others.length > 1) return clarify(turn, others);
  if (nothingToLose(turn) || (isKept(turn) && booksNow(turn))) return openFlow(turn, first);
  const choices: Choice[] = [
    { value: `finish:${first}`, title: { key: "repair.interrupt.finish" } }, { value: `flow:${first}`, title: { key: "repair.interrupt.leave" } },
  ];
  const params = { wanted: { key: `${first}.title` }, open: { key: `${open}.title` } };
  return says(turn, [{ key: "repair.interrupt.ask", params, choices }], "repaired-clarification", { detail: { flow: open } });
};

/** "Yes, confirm the appointment", while it is being booked, is of this one. */
const confirmsOpen = ({ parts: { flows }, inbound: { text = "" } }: Turn, open: string, wanted: string): boolean =>
  flows.get(open)?.intent === booking && flows.get(wanted)?.intent === "appointment.manage" && confirms.test(fold(text));

const confirms = /^(?:(?:si|yes|ok|listo|hola|bueno|por favor|please)[,. ]+)*(?:quiero |i want to )?confirm/;

/** Whether an appointment is asked for, in whatever words. */
export const booksNow = ({ inbound: { text = "" } }: Turn): boolean => asksToBook(text);

/** As sure as words that a flow gives for itself. */
export const surelyMeant = ({ understood: { intent } }: Turn): boolean => (intent?.score ?? 0) >= 0.95;

/** What was told to the open flow is known when it is begun once more. */
const isKept = ({ state: { cursor }, parts }: Turn): boolean => (cursor && parts.flows.get(cursor.flow)?.keeps.length) !== 0;

/** "Finish first": the other flow is offered when this one ends. */
export const finishFirst = async (turn: Turn, wanted: string): Promise<Response | undefined> => {
  turn.state.wish = wanted;
  return askAgain(turn, "repaired-clarification", [{ key: "repair.interrupt.later" }]);
};

/** Before the first answer to a flow, such as in the menu, nothing was told that could be lost; what it was begun with is told. */
export const nothingToLose = ({ state: { cursor }, parts }: Turn): boolean =>
  cursor?.trail.length === 0 && !parts.flows.get(cursor.flow)?.questions.some(({ slot, rule }) => rule.as === "choice" && typeof cursor.slots[slot] === "string");
