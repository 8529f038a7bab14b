import { createHash } from "node:crypto";
import { isAbsolute, join, relative } from "node:path";
import { actionFaces, shownByName } from "./actions.ts";
import { createLiveAnswers, type LiveAnswers, withIngested } from "./answers/live.ts";
import type { Answers } from "./answers/answer.ts";
import { checkKnowledge, loadKnowledge, type Knowledge } from "./answers/knowledge.ts";
import { checkOffices } from "./appointments/offices.ts";
import { checkInstitutions, loadInstitutions } from "./care/institutions.ts";
import { checkOpenData } from "./opendata/setup.ts";
import { checkReferralRules } from "./care/referrals/setup.ts";
import { loadCare, type Care } from "./care/care.ts";
import { checkAsked } from "./care/asked.ts";
import { checkBelow } from "./care/below.ts";
import { checkRoutes } from "./care/check.ts";
import { checkTold, looksForRoute } from "./care/told.ts";
import { checkReturn, loadReturn, type ReturnSetup } from "./care/return/setup.ts";
import { checkCases } from "./cases/setup.ts";
import { checkDesk } from "./desk/setup.ts";
import type { Fault } from "./fault.ts";
import { checkPolls } from "./figures/polls/setup.ts";
import { checkFigures } from "./figures/setup.ts";
import { locales, type Locale } from "./locale.ts";
import { checkDangers, dangerExamples, innocentMessages, readDangers } from "./dangers.ts";
import { checkFlows } from "./flow/check.ts";
import type { Flow } from "./flow/flow.ts";
import { loadFlows } from "./flow/load.ts";
import { cities } from "./flow/slots/cities.ts";
import { learnedBefore } from "./learned.ts";
import { checkIndicators, indicatorIds } from "./metrics/setup.ts";
import { checkTargets } from "./metrics/targets/setup.ts";
import { checkRefusals, helpOf, messagesOf, passagesOf, readRefusals, refusalExamples, type HelpOfRefusals } from "./refusals.ts";
import { loadTexts, type Texts } from "./text.ts";
import { outside, type Example } from "./understanding/intents.ts";
import { learnRefusals } from "./understanding/refusal.ts";
import { checkStories, createStories, readStories, type Stories } from "./stories.ts";
import { createUnderstanding, type Thresholds, type Understand } from "./understanding/understand.ts";

/** Everything that is written in files: texts, flows, knowledge, and what is made of them at the start. */
export type Content = {
  texts: Texts;
  flows: Map<string, Flow>;
  answers: LiveAnswers;
  understand: Understand;
  /** What is shown beside a refusal, by its kind. */
  helpOfRefusals: HelpOfRefusals;
  /** What can be told from a person's own story of a case. */
  stories: Stories;
  /** What the law of return sets in figures. */
  returns: ReturnSetup;
  /** Routes of care, and what a story tells of the way that is looked for. */
  care: Care;
  /** What `answers` answers from. */
  knowledge: Knowledge;
  /** What stands for the published passages, word for word: a score of the content belongs to these and no others. */
  hash: () => string;
};

const root = join(import.meta.dirname, "..");

/**
 * Loads all content, and the documents that were ingested into a folder.
 * @throws one error that lists every fault which would keep a file from being read
 */
export const loadContent = (from: string = root, ingested?: string, thresholds: Partial<Thresholds> = {}): Content => {
  const texts = loadTexts(join(from, "locales"));
  const { flows, faults: flowFaults } = loadFlows(join(from, "flows"));
  const { knowledge, faults: knowledgeFaults } = loadKnowledge(join(from, "knowledge"));
  const faults = [...flowFaults, ...knowledgeFaults];
  const reviewed = readRefusals(refusalsIn(from), faults);
  const reviewedDangers = readDangers(dangersIn(from), faults);
  const reviewedStories = readStories(storiesIn(from), faults);
  if (faults.length > 0) throw new Error(`content cannot be read; npm run check lists every fault:\n${faults.map(line).join("\n")}`);
  const folders = { knowledge: join(from, "knowledge"), ingested: ingested ?? "", snapshots: join(root, "dist", "index") };
  const answers = createLiveAnswers(knowledge, folders);
  const examples = intentExamples(flows, answers);
  const refusals = refusalExamples(reviewed, knowledge, [...innocentMessages(reviewedDangers), ...askedOfFlows(flows)]);
  const findRefusal = learnRefusals(refusals, learnedBefore(refusals, "refusals"));
  const ofDanger = dangerExamples(reviewedDangers, examples, knowledge.passages, messagesOf(reviewed), (asked) => learnedBefore(asked, "dangers"));
  const dangers = { examples: ofDanger, memory: learnedBefore(ofDanger, "dangers") };
  const stories = createStories(reviewedStories, knowledge);
  const care = careOf(folders.knowledge, knowledge);
  const understand = createUnderstanding({ examples, thresholds, memory: learnedBefore(examples), findRefusal, dangers, findFiling: stories.filing, findRoute: routeIn(care) });
  return { texts, flows, answers, understand, stories, returns: loadReturn(folders.knowledge), care, helpOfRefusals: helpOf(reviewed), knowledge: withIngested(knowledge, folders.ingested), hash: () => hashOf(knowledge) };
};

/** What is done here when it is asked for is never outside. */
const askedOfFlows = (flows: Map<string, Flow>): string[] =>
  [...flows.values()].flatMap(({ intent, examples }) => (intent && examples ? locales.flatMap((locale) => examples[locale]) : [])).filter((text) => !text.includes("{"));

/** Whether words tell of somebody who looks for a route, and ask what it answers. */
const routeIn = (care: Care) => (text: string) => {
  const told = care.read(text);
  const looks = looksForRoute(told);
  return (looks === "full" || looks === "told") && care.asked(text, told).length > 0 ? "asked" as const : looks;
};

const careOf = (folder: string, { sources, passages }: Knowledge): Care =>
  loadCare(folder, sources, (pair) => (passages.find((passage) => passage.pair === pair)?.cites ?? []).map(({ source, article }) => ({ source: source.key, article })));

const hashOf = ({ passages }: Knowledge): string =>
  passages.reduce((hash, { id, text }) => hash.update(`${id}\n${text}\n`), createHash("sha256")).digest("hex");

const routeFaults = (folder: string, knowledge: Knowledge): Fault[] => {
  const text = (pair: string, locale: Locale) => knowledge.passages.find((passage) => passage.pair === pair && passage.locale === locale)?.text;
  const institutions = new Set([...loadInstitutions(folder), ...knowledge.institutions].map(({ id }) => id));
  return [...checkRoutes(folder, { sources: knowledge.sources, passage: text, institutions }), ...checkTold(folder), ...checkAsked(folder, knowledge.sources), ...checkBelow(folder, knowledge.sources)];
};

/** What people say, by intent: of the flows, and of the services (`service:<id>`), which no flow starts. */
export const intentExamples = (flows: Map<string, Flow>, answers: Answers): Example[] => {
  const said = (intent: string, examples: Record<Locale, string[]>): Example[] =>
    locales.flatMap((locale) => examples[locale].flatMap((text) => withServices(text, locale, answers)).map((text) => ({ text, intent, locale })));
  return [
    ...[...flows.values()].flatMap(({ intent, examples }) => (intent && examples ? said(intent, examples) : [])),
    ...answers.examples().map(({ service, text, locale }) => ({ text, intent: service ? `service:${service}` : outside, locale })),
  ];
};

/** An example with `{service}` stands for one with the name of each. */
const withServices = (text: string, locale: Locale, answers: Answers): string[] =>
  text.includes("{service}") ? answers.services().map(({ name, synonyms }) => text.replace("{service}", synonyms[locale][0] ?? name[locale])) : [text];

/** Every fault of all content, for `npm run check`. */
export const checkContent = (now: Date, from: string = root): Fault[] => {
  const texts = loadTexts(join(from, "locales"));
  const { flows, faults } = loadFlows(join(from, "flows"));
  const reviewed = readRefusals(refusalsIn(from), faults);
  const reviewedDangers = readDangers(dangersIn(from), faults);
  const reviewedStories = readStories(storiesIn(from), faults);
  const folder = join(from, "knowledge");
  const { knowledge } = loadKnowledge(folder);
  const sources = new Set(knowledge.sources.keys());
  const desk = checkDesk(folder);
  const returns = checkReturn(folder, sources);
  const shown = [...Object.values(shownByName), ...passagesOf(reviewed), ...desk.lines, ...returns.passages];
  const found = [
    ...faults,
    ...desk.faults,
    ...checkCases(folder, sources),
    ...checkOffices(folder, Object.keys(cities)),
    ...checkInstitutions(folder, sources, Object.keys(cities)),
    ...checkReferralRules(folder),
    ...checkOpenData(folder, indicatorIds(folder), sources),
    ...checkIndicators(folder),
    ...checkFigures(folder, indicatorIds(folder)),
    ...checkPolls(folder),
    ...checkTargets(folder, sources),
    ...returns.faults,
    ...routeFaults(folder, knowledge),
    ...checkFlows({ flows, texts, actions: actionFaces, queues: desk.queues }),
    ...checkKnowledge(folder, now, shown),
    ...checkRefusals(reviewed, refusalsIn(from)),
    ...checkDangers(reviewedDangers),
    ...checkStories(reviewedStories, storiesIn(from)),
  ];
  return found.map((fault) => ({ ...fault, file: isAbsolute(fault.file) ? relative(from, fault.file) : fault.file }));
};

const refusalsIn = (from: string): string => join(from, "knowledge", "data", "refusals");

const dangersIn = (from: string): string => join(from, "knowledge", "data", "danger");

const storiesIn = (from: string): string => join(from, "knowledge", "data");

/** `file: path: message` */
export const line = ({ file, path, message }: Fault): string => `${file}: ${path}: ${message}`;
