import { isAbsolute, join, relative } from "node:path";
import { actionFaces, shownByName } from "./actions.ts";
import { createAnswers, type Answers } from "./answers/answer.ts";
import { readIngested } from "./answers/ingest/store.ts";
import { checkKnowledge, loadKnowledge } from "./answers/knowledge.ts";
import type { Fault } from "./fault.ts";
import { locales, type Locale } from "./locale.ts";
import { checkFlows } from "./flow/check.ts";
import type { Flow } from "./flow/flow.ts";
import { loadFlows } from "./flow/load.ts";
import { learnedBefore } from "./learned.ts";
import { loadTexts, type Texts } from "./text.ts";
import { outside, type Example } from "./understanding/intents.ts";
import { createUnderstanding, type Understand } from "./understanding/understand.ts";

/** Everything that is written in files: texts, flows, knowledge, and what is made of them at the start. */
export type Content = {
  texts: Texts;
  flows: Map<string, Flow>;
  answers: Answers;
  understand: Understand;
};

const root = join(import.meta.dirname, "..");

/**
 * Loads all content, and the documents that were ingested into a folder.
 * @throws one error that lists every fault which would keep a file from being read
 */
export const loadContent = (from: string = root, ingested?: string): Content => {
  const texts = loadTexts(join(from, "locales"));
  const { flows, faults: flowFaults } = loadFlows(join(from, "flows"));
  const { knowledge, faults: knowledgeFaults } = loadKnowledge(join(from, "knowledge"));
  const faults = [...flowFaults, ...knowledgeFaults];
  if (faults.length > 0) throw new Error(`content cannot be read; npm run check lists every fault:\n${faults.map(line).join("\n")}`);
  const passages = [...knowledge.passages, ...(ingested === undefined ? [] : readIngested(ingested))];
  const answers = createAnswers({ ...knowledge, passages });
  const examples = intentExamples(flows, answers);
  return { texts, flows, answers, understand: createUnderstanding({ examples, memory: learnedBefore(examples) }) };
};

/** What people say, by intent: of the flows, and of the services (`service:<id>`), which no flow starts. */
export const intentExamples = (flows: Map<string, Flow>, answers: Answers): Example[] => {
  const said = (intent: string, examples: Record<Locale, string[]>): Example[] =>
    locales.flatMap((locale) => examples[locale].map((text) => ({ text, intent, locale })));
  return [
    ...[...flows.values()].flatMap(({ intent, examples }) => (intent && examples ? said(intent, examples) : [])),
    ...answers.examples().map(({ service, text, locale }) => ({ text, intent: service ? `service:${service}` : outside, locale })),
  ];
};

/** Every fault of all content, for `npm run check`. */
export const checkContent = (now: Date, from: string = root): Fault[] => {
  const texts = loadTexts(join(from, "locales"));
  const { flows, faults } = loadFlows(join(from, "flows"));
  const found = [
    ...faults,
    ...checkFlows({ flows, texts, actions: actionFaces, queues: ["general"] }),
    ...checkKnowledge(join(from, "knowledge"), now, Object.values(shownByName)),
  ];
  return found.map((fault) => ({ ...fault, file: isAbsolute(fault.file) ? relative(from, fault.file) : fault.file }));
};

/** `file: path: message` */
export const line = ({ file, path, message }: Fault): string => `${file}: ${path}: ${message}`;
