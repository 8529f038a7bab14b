import { locales } from "../locale.ts";
import { tokens } from "../words.ts";
import { type Flow, type Question, questionAt } from "./flow.ts";
import { offered } from "./question.ts";
import { isUnsure } from "./slots/yesno.ts";
import type { Choice, Cursor, FlowContext } from "./types.ts";

/** The question that a citizen is looking at; undefined when there is none, or content changed and it is gone. */
export const openQuestion = (flow: Flow, cursor: Cursor): Question | undefined =>
  cursor.at ? questionAt(flow, cursor.at) : undefined;

/** The options of the open question; none where it is answered in words, or content changed meanwhile. */
export const openOptions = (flow: Flow, cursor: Cursor): Choice[] => {
  const question = openQuestion(flow, cursor);
  return question && cursor.hash === flow.hash ? offered(flow, cursor, question) : [];
};

/** Whether these words are the very name of an open option, in either language, or say "I do not know" where that is one. */
export const namesOption = (flow: Flow, cursor: Cursor, text: string, title: FlowContext["title"]): boolean => {
  const said = tokens(text).join(" ");
  return said !== "" && openOptions(flow, cursor).some((option) =>
    (option.value === "unsure" && isUnsure(text)) || [option.value, ...locales.map((locale) => title(option.title, locale))].some((name) => tokens(name).join(" ") === said));
};
