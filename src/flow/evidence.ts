import { unfit } from "./fit.ts";
import type { Question } from "./flow.ts";
import { asked, offered, skipChoice } from "./question.ts";
import { leaveOut, settle } from "./settle.ts";
import { matchChoice } from "./slots/choice.ts";
import { type FileKept, filesIn, takenTypes } from "./slots/files.ts";
import { yesOrNo } from "./slots/yesno.ts";
import { tokens } from "../words.ts";
import type { Attachment, FlowInput, FlowResult } from "./types.ts";
import { keep, type Visit, wait } from "./visit.ts";

/** One after the other is taken, until the citizen says that these are all. */
export const attach = (visit: Visit, question: Question, input: Extract<FlowInput, { kind: "answer" }>): Promise<FlowResult> | FlowResult => {
  if (input.attachment) return add(visit, question, input.attachment);
  const said = input.choice ?? meant(visit, question, input.text);
  if (said === skipChoice.value || said === "done") return finish(visit, question);
  return unfit(visit, question, { key: said === undefined ? "repair.invalid.files" : "repair.stale" });
};

const mostFiles = 5;

const add = (visit: Visit, question: Question, { file, refused }: Attachment): Promise<FlowResult> | FlowResult => {
  const before = filesIn(visit.cursor.slots[question.slot]);
  const max = question.rule.max ?? mostFiles;
  if (refused) return unfit(visit, question, { key: `repair.file.${refused}` });
  if (!file?.key || !takenTypes.includes(file.type)) return unfit(visit, question, { key: "repair.invalid.files" });
  if (before.length >= max) return unfit(visit, question, { key: "repair.file.too-many", params: { max } });
  const kept: FileKept[] = [...before, { key: file.key, type: file.type, size: file.size }];
  keep(visit, question, kept);
  if (kept.length === max) return settle(visit, question, undefined);
  visit.says.push({ key: "repair.file.kept", params: { count: kept.length } }, asked(visit, question));
  return wait(visit, question.position);
};

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
