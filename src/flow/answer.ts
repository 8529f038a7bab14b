import { takeAhead } from "./ahead.ts";
import { attach, keepAhead } from "./evidence.ts";
import { explain, invalidKey, parse, refined, unfit } from "./fit.ts";
import { fillForm } from "./fields.ts";
import { type Question, questionAt, type StepOf } from "./flow.ts";
import { leaveOut, settle } from "./settle.ts";
import { matchChoice } from "./slots/choice.ts";
import { asked, calledOption, offered, optionsOf, skipChoice } from "./question.ts";
import { pointed } from "./slots/pointed.ts";
import type { Choice, FlowInput, FlowResult } from "./types.ts";
import { filesQuestion, keep, type Visit, wait } from "./visit.ts";

type Answer = Extract<FlowInput, { kind: "answer" }>;

/** Takes the citizen's words, button or file as the answer to the open question. */
export const answer = (visit: Visit, input: Answer): Promise<FlowResult> | FlowResult => {
  const question = questionAt(visit.flow, visit.cursor.at!)!;
  if (question.rule.as === "files") return attach(visit, question, input);
  if (input.attachment?.file?.key || input.attachment?.refused) {
    const wanted = filesQuestion(visit, question);
    if (wanted) return keepAhead(visit, question, wanted, input.attachment, input.text.trim() ? () => answer(visit, { kind: "answer", text: input.text }) : undefined);
  }
  if (input.attachment) return unfit(visit, question, { key: `repair.unsupported.${input.attachment.kind}` });
  if (input.choice === skipChoice.value && question.rule.optional) return leaveOut(visit, question);
  if (input.choice === undefined && !input.text.trim()) return unfit(visit, question, { key: "repair.invalid.empty" });
  return question.rule.as === "choice" ? choose(visit, question, input) : write(visit, question, input);
};

const choose = (visit: Visit, question: Question, { text, choice }: Answer): Promise<FlowResult> | FlowResult => {
  const step = visit.flow.steps[question.index] as StepOf<"choose">;
  const options = optionsOf(visit.flow, visit.cursor, step);
  if (choice !== undefined) {
    if (!options.some(({ value }) => value === choice)) return unfit(visit, question, { key: "repair.stale" });
    return take(visit, question, choice);
  }
  const rest = takeAhead(visit, question, text);
  if (rest === "") return askOn(visit, question, "repair.noted");
  const match = meant(visit, step, options, rest ?? text);
  if (match === "which") return askOn(visit, question, "repair.which-of-these");
  if (!match && rest !== undefined) return askOn(visit, question, "repair.noted");
  if (!match) return unfit(visit, question, { key: invalidKey(visit, question, "choice") });
  return "ambiguous" in match ? unfit(visit, question, { key: "repair.ambiguous" }) : take(visit, question, match.value);
};

/** An option by its name or what else it is called; of what an action offers also "yes", "any" and "that one". */
const meant = (visit: Visit, step: StepOf<"choose">, options: Choice[], words: string) =>
  ("slot" in step.from ? pointed(options, words) : calledOption(visit, step, words)) ?? matchChoice(options, words, visit.context.title);

const askOn = (visit: Visit, question: Question, key: string): FlowResult => {
  visit.says.push({ key }, asked(visit, question));
  return wait(visit, question.position);
};

const write = (visit: Visit, question: Question, { text, choice }: Answer): Promise<FlowResult> | FlowResult => {
  const words = (choice ?? text).normalize("NFC");
  const { partial } = visit.cursor;
  const isOffered = offered(visit.flow, visit.cursor, question).some(({ value }) => value === choice);
  if (choice !== undefined && partial === undefined && !isOffered) {
    return unfit(visit, question, { key: "repair.stale" });
  }
  delete visit.cursor.partial;
  if (question.position.field) return fillForm(visit, question, words, partial);
  const rest = choice === undefined && partial === undefined ? takeAhead(visit, question, words) : undefined;
  if (rest === "") return askOn(visit, question, "repair.noted");
  const parsed = parse(visit, question, rest ?? words, partial);
  if (!("ok" in parsed) && rest !== undefined) return askOn(visit, question, "repair.noted");
  return "ok" in parsed ? take(visit, question, refined(visit, question, parsed.ok)) : explain(visit, question, parsed);
};

const take = (visit: Visit, question: Question, value: string | number): Promise<FlowResult> | FlowResult => {
  const before = visit.cursor.slots[question.slot];
  keep(visit, question, value);
  return settle(visit, question, before);
};
