import type { Answer, Aspect, Passage } from "../../answers/types.ts";
import type { Choice, Utterance } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { fold } from "../../words.ts";
import { says } from "../saying.ts";
import { openFlow } from "./repair/interruption.ts";
import { toPerson } from "./person.ts";

/** The last in line: an answer with its source, the question that tells look-alikes apart, or an honest miss. */
export const answering: Handler = (turn) => {
  const { answer, state } = turn;
  switch (answer.kind) {
    case "found":
      return give(turn, answer.passages, "answered", answer.score);
    case "unknown":
      return (turn.understood.question ? undefined : routeInstead(turn)) ?? give(turn, answer.passages, "unanswered-no-source", answer.score);
    case "lookalike":
      return says(turn, [askWhich(turn, answer)], "repaired-clarification", {
        state: { ...state, misses: 0 },
        detail: { score: answer.score },
      });
    case "none":
      return routeInstead(turn) ?? miss(turn, answer.score);
    default:
      return answer satisfies never;
  }
};

/** Who tells of a need or asks for it, and of nothing that is published, gets the way to help. */
const routeInstead = (turn: Turn): Promise<Response> | Response | undefined => {
  const flow = [...turn.parts.flows.values()].find(({ intent }) => intent === "route.find");
  const { understood: { route, question }, parts: { care }, inbound: { text = "" } } = turn;
  const { who, paper, need } = care.read(text);
  const isMore = need.some((one) => one !== "papers");
  const looks = question && route === "hinted" ? who !== "unsaid" || paper !== "unsaid" || (isMore && asksWay.test(fold(text))) : route !== undefined;
  return looks && flow ? openFlow(turn, flow.name) : undefined;
};

/** Less is told, but where to go or who helps is asked; of a paper that nobody knows it is said that nothing is known. */
const asksWay = /(?<!\p{L})(?:a?donde|quien(?:es)?|where|who|necesito|busco|need|looking for)(?!\p{L})/u;

/** Shows passages; what else is known of the same service is offered below the last. */
export const give = (
  turn: Turn,
  passages: Passage[],
  outcome: "answered" | "answered-disambiguated" | "unanswered-no-source",
  score?: number,
): Response => {
  const shown: Utterance[] = passages.map((p) => ({ content: p.pair }));
  const service = passages.find((p) => p.service)?.service;
  const last = shown.at(-1);
  if (last && service) last.choices = furtherAspects(turn, service, passages);
  if (last && turn.understood.route) last.choices = [...(last.choices ?? []), ...routeOffered(turn)];
  return says(turn, shown, outcome, {
    state: { ...turn.state, misses: 0, about: passages[0]!.pair, ...(service ? { service } : {}) },
    detail: { passages: passages.map((p) => p.pair), ...(score === undefined ? {} : { score }) },
  });
};

/** Who tells of a need is also offered the way to help. */
const routeOffered = ({ parts }: Turn): Choice[] =>
  [...parts.flows.values()].filter(({ intent }) => intent === "route.find").map(({ name }) => ({ value: `flow:${name}`, title: { key: "care.choice.route" } }));

const offeredAspects: Aspect[] = ["requirements", "steps", "cost", "where"];

const furtherAspects = (turn: Turn, service: string, shown: Passage[]): Choice[] => [...aspectsOf(turn, service, shown), ...flowOf(turn, service)];

/** The flow that does what the answer tells of. */
const flowOf = ({ parts }: Turn, service: string): Choice[] => {
  const flow = parts.answers.service(service)?.flow;
  return flow !== undefined && parts.flows.has(flow) ? [{ value: `flow:${flow}`, title: { key: `${flow}.title` } }] : [];
};

const aspectsOf = (turn: Turn, service: string, shown: Passage[]): Choice[] =>
  offeredAspects
    .filter((aspect) => !shown.some((p) => p.aspect === aspect))
    .filter((aspect) => turn.parts.answers.passage(`service:${service}#${aspect}`, turn.locale))
    .slice(0, 3)
    .map((aspect) => ({ value: `service:${service}:${aspect}`, title: { key: `answer.aspect.${aspect}` } }));

/** "Which one do you mean?", with the look-alikes as choices. */
export const askWhich = (turn: Turn, { family, services, aspect, which }: Answer & { kind: "lookalike" }): Utterance => {
  const { answers } = turn.parts;
  const other: Choice = { value: "flow:find-tramite", title: { key: "answer.which-other" } };
  const open = (id: string) => (aspect ? `service:${id}:${aspect}` : `service:${id}`);
  if (which) {
    const choices = which.choices.map(({ name, service, passage }): Choice =>
      ({ value: service === undefined ? `show:${passage!}` : open(service), title: { both: name } }));
    return { key: "answer.which", params: { question: { both: which.question } }, choices: [...choices, other] };
  }
  const kin = answers.services().filter((service) => service.family === family).map(({ id }) => id);
  const question = services.every((id) => kin.includes(id)) ? answers.family(family)?.question : undefined;
  const ids = question ? [...new Set([...services, ...kin])].slice(0, mostOptions) : services;
  const choices: Choice[] = ids.map((id) => {
    const { short, name } = answers.service(id)!;
    return { value: open(id), title: { both: question ? short : name } };
  });
  choices.push(other);
  return question
    ? { key: "answer.which", params: { question: { both: question } }, choices }
    : { key: "answer.which-one", choices };
};

const mostOptions = 6;

const miss = (turn: Turn, score: number): Promise<Response> | Response => {
  const misses = turn.state.misses + 1;
  const state = { ...turn.state, misses };
  if (misses >= 2) return toPerson({ ...turn, state: { ...state, misses: 0 } }, "handed-off-misses");
  const outcome = turn.understood.question ? "unanswered-no-source" : "unanswered-unclear";
  const key = turn.understood.question ? "answer.none" : "answer.unclear";
  const choices: Choice[] = [
    { value: "flow:find-tramite", title: { key: "channel.choice.find-tramite" } },
    { value: "flow:file-case", title: { key: "channel.choice.case" } },
    { value: "flow:contact", title: { key: "channel.choice.contact" } },
    { value: "person", title: { key: "channel.choice.person" } },
  ];
  return says(turn, [{ key, choices }], outcome, { state, detail: { score } });
};
