import type { Answers } from "../answers/answer.ts";
import type { Choice, Utterance } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Outcome } from "./message.ts";
import type { Response, Thought } from "./response.ts";

const answering: Outcome[] = ["answered", "unanswered-no-source", "unanswered-unclear", "handed-off-misses"];

/** Whether a turn comes down to what the knowledge answers to a citizen's own words. */
export const mayBeAnswered = (response: Response | undefined, { inbound }: Thought): boolean => {
  if (!response || !inbound.text || inbound.choice !== undefined) return false;
  const [first] = response.says;
  const asksWhich = response.outcome === "repaired-clarification" && first !== undefined && "key" in first && first.key.startsWith("answer.which");
  return answering.includes(response.outcome) || asksWhich;
};

/** Whether a response shows the passages that were found, before anything else, as the answer. */
export const isAnswer = (response: Response | undefined, { answer }: Thought): response is Response => {
  if (response?.outcome !== "answered" || answer.kind !== "found" || answer.passages.some(({ unknown }) => unknown)) return false;
  const shown = response.says.flatMap((one) => ("content" in one ? one.content : []));
  return response.says.slice(0, shown.length).every((one) => "content" in one)
    && shown.join(" ") === answer.passages.map(({ pair }) => pair).join(" ");
};

/** The answer as the thought has it: composed, else the passages; with what the model did. */
export const composedAs = (response: Response, { composed, model, streamed }: Thought, answers: Pick<Answers, "passage">): Response => {
  const detail = { ...response.detail, ...(model === undefined ? {} : { model }) };
  const seen = streamed === undefined ? {} : { streamed };
  if (!composed) return { ...response, ...seen, detail };
  const shown = response.says.filter((one) => "content" in one);
  const rest = response.says.slice(shown.length);
  const offers = shown.filter(({ content }) => !composed.cites.includes(content)).map(({ content }) => offer(content, answers));
  const choices = [...offers, ...shown.flatMap((one) => one.choices ?? [])];
  const about = composed.cites[0]!;
  const said: Utterance[] = [{ content: about, composed, ...(choices.length > 0 ? { choices } : {}) }, ...rest];
  const { state } = response;
  return {
    ...response, ...seen, says: said,
    state: { ...state, said, offered: [...offers, ...state.offered], about },
    detail: { ...detail, passages: composed.cites },
  };
};

/** A passage that was found and not cited: one press away. */
const offer = (pair: string, answers: Pick<Answers, "passage">): Choice => {
  const heading = (locale: Locale) => answers.passage(pair, locale)?.heading ?? pair;
  return { value: `show:${pair}`, title: { both: { es: heading("es"), en: heading("en") } } };
};
