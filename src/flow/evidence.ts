import { unfit } from "./fit.ts";
import type { Question } from "./flow.ts";
import { asked, offered, skipChoice } from "./question.ts";
import { leaveOut, settle } from "./settle.ts";
import { matchChoice } from "./slots/choice.ts";
import { type FileKept, filesIn, takenTypes } from "./slots/files.ts";
import { yesOrNo } from "./slots/yesno.ts";
import { tokens } from "../words.ts";
import type { Attachment, FlowInput, FlowResult, Utterance } from "./types.ts";
import { keep, type Visit, wait } from "./visit.ts";

/** One after the other is taken, until the citizen says that these are all. */
export const attach = (visit: Visit, question: Question, input: Extract<FlowInput, { kind: "answer" }>): Promise<FlowResult> | FlowResult => {
  if (input.attachment) return add(visit, question, input.attachment);
  const said = input.choice ?? meant(visit, question, input.text);
  if (said === skipChoice.value || said === "done") return finish(visit, question);
  return unfit(visit, question, { key: said === undefined ? "repair.invalid.files" : "repair.stale" });
};

const mostFiles = 5;

/**
 * A file that comes before or after it is asked for: it is kept for its question, and the open one is put again, or
 * answered by the words that came with the file.
 */
export const keepAhead = (
  visit: Visit, open: Question, wanted: Question, attachment: Attachment, answerOpen?: () => Promise<FlowResult> | FlowResult,
): Promise<FlowResult> | FlowResult => {
  const taken = take(visit, wanted, attachment);
  if ("key" in taken) return unfit(visit, open, taken);
  visit.cursor.slots[wanted.slot] = taken.files;
  visit.says.push({ key: "repair.file.ahead", params: { count: taken.files.length } });
  if (answerOpen) return answerOpen();
  visit.says.push(asked(visit, open));
  return wait(visit, open.position);
};

const add = (visit: Visit, question: Question, attachment: Attachment): Promise<FlowResult> | FlowResult => {
  const taken = take(visit, question, attachment);
  if ("key" in taken) return unfit(visit, question, taken);
  keep(visit, question, taken.files);
  if (taken.files.length === mostOf(question)) return settle(visit, question, undefined);
  visit.says.push({ key: "repair.file.kept", params: { count: taken.files.length } }, asked(visit, question));
  return wait(visit, question.position);
};

/** The files of a question with one more, or why it is not taken. */
const take = (visit: Visit, question: Question, { file, refused }: Attachment): { files: FileKept[] } | Extract<Utterance, { key: string }> => {
  const before = filesIn(visit.cursor.slots[question.slot]);
  if (refused) return { key: `repair.file.${refused}` };
  if (!file?.key || !takenTypes.includes(file.type)) return { key: "repair.invalid.files" };
  if (before.length >= mostOf(question)) return { key: "repair.file.too-many", params: { max: mostOf(question) } };
  return { files: [...before, { key: file.key, type: file.type, size: file.size }] };
};

const mostOf = ({ rule }: Question): number => rule.max ?? mostFiles;

const finish = (visit: Visit, question: Question): Promise<FlowResult> | FlowResult => {
  const has = filesIn(visit.cursor.slots[question.slot]).length > 0;
  if (has) return settle(visit, question, undefined);
  return question.rule.optional ? leaveOut(visit, question) : unfit(visit, question, { key: "repair.invalid.files" });
};

/** "No", "that is all", or a button by its name. */
const meant = (visit: Visit, question: Question, text: string): string | undefined => {
  const match = matchChoice([...offered(visit.flow, visit.cursor, question), skipChoice], text, visit.context.title);
  if (match && "value" in match) return match.value;
  return yesOrNo(text) === "no" || isDone.test(tokens(text).join(" ")) ? "done" : undefined;
};

const isDone =
  /^(?:(?:ya|listo|no|si|ok|and|y) )*(?:ya|listo|eso es todo|esos son todos|es todo|nada mas|no mas|no tengo(?: mas)?|ninguno|ninguna|termine|ya termine|sin (?:archivos|anexos|pruebas)|done|that is (?:all|it)|thats (?:all|it)|no more|nothing(?: else)?|none|i have none|finished|i dont have any(?: more)?)(?: gracias| thanks| thank you)?$/;
