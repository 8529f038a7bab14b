import type { Answers } from "../answers/answer.ts";
import type { Response } from "./response.ts";

/** What a turn was about: the topic of the first passage shown, else of the service that its flow does; null where neither tells. */
export const createTopicOf = (answers: Pick<Answers, "passage" | "services">) => ({ detail: { passages, flow }, locale }: Pick<Response, "detail" | "locale">): string | null => {
  const shown = passages?.[0] === undefined ? undefined : answers.passage(passages[0], locale)?.topic;
  return shown ?? answers.services().find((service) => flow !== undefined && service.flow === flow)?.topic ?? null;
};
