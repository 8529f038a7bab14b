import type { Passage } from "../types.ts";
import { figuresIn, type Figure } from "./check/figures.ts";
import { isPriceWord, marksOf, type Marks } from "./check/marks.ts";
import type { Meaning, Vocabulary } from "./check/meaning.ts";
import { clausesOf, flat, plain, unitsOf } from "./check/plain.ts";

/** A passage as the model gets it and as its sentences are held against it. */
export type Evidence = {
  id: string;
  passage: Passage;
  /** Its text with a token for each address. */
  text: string;
  links: Map<string, string>;
  units: Unit[];
  /** What is read as one: a heading and its answer, "It is free" and its neighbours. */
  joined: Stretch[];
  /** All that it says, its title, heading and sources included. */
  vocabulary: Vocabulary;
  /** Figures of its sources: "article 14 of Law 1755". */
  sourceFigures: Figure[];
};
/** A sentence or list item of a passage. */
export type Unit = Stretch & { clauses: Stretch[] };
/** Some words of a passage. */
export type Stretch = { text: string; figures: Figure[]; vocabulary: Vocabulary; marks: Marks };

/** Passages named p1, p2, … */
export const evidenceOf = (passages: Passage[], meaning: Meaning): Evidence[] => passages.map((passage, i) => {
  const id = `p${i + 1}`;
  const { text, links } = withTokens(passage.text, id);
  const sources = passage.cites.map(({ source, article = "" }) => `${source.title[passage.locale]} ${article}`);
  const stretch = (said: string): Stretch => ({
    text: said, figures: figuresIn(said), vocabulary: meaning.vocabulary([said], passage.locale), marks: marksOf(said),
  });
  const units = unitsOf(text).map((unit): Unit => {
    const clauses = clausesOf(unit).filter((clause) => clause !== unit).map((clause) => stretch(clause));
    return { ...stretch(unit), clauses };
  });
  const joined = joinedUnits(units, passage, meaning).map(stretch);
  return {
    id, passage, text, links, units, joined,
    vocabulary: meaning.vocabulary([passage.title, passage.heading, text, ...sources], passage.locale),
    sourceFigures: sources.flatMap((source) => figuresIn(plain(source))),
  };
});

/** What is read as one: a heading that takes its answer for granted and the first sentence; "It is free" and its neighbours. */
const joinedUnits = (units: Unit[], { heading, locale }: Passage, meaning: Meaning): string[] => {
  const [first] = units;
  const isShort = ({ text, marks }: Unit) =>
    meaning.read(text, locale).filter(({ words }) => !words.every(isPriceWord)).length <= (marks.price === undefined ? fewWords : 0);
  return [
    ...(first && (asksWhich.test(flat(heading)) || saysYes.test(flat(first.text))) ? [`${heading} ${first.text}`] : []),
    ...units.slice(1).flatMap((unit, i) => {
      const before = units[i]!;
      return isShort(unit) || isShort(before) ? [`${before.text} ${unit.text}`] : [];
    }),
  ];
};
const fewWords = 2;
const asksWhich = /^[^?¿]*$|(?<!\p{L})(?:quien(?:es)?|cuant[oa]s?|cuando|donde|como|que|cual(?:es)?|who|whom|when|where|how|what|which)(?!\p{L})/u;
const saysYes = /^(?:si|yes)(?!\p{L})/u;

const site = "(?:https?:\\/\\/|www\\.)[^\\s<>\"'()[\\]*]+[^\\s<>\"'()[\\]*.,;:!?…]|(?<![\\w@.-])[a-z][\\w-]*(?:\\.[\\w-]+)*\\.(?:co|com|org|int|gov|net|edu|eu|es|info|app)(?![\\w.-]*\\w)(?:\\/[^\\s<>\"'()[\\]*]*[\\w/])?";
const address = new RegExp(`\\[([^\\]\\n]+)\\]\\((\\S+?)\\)|(${site})`, "g");

/** A model sees and writes no address: `{{p1-1}}` stands for it. */
const withTokens = (text: string, id: string) => {
  const links = new Map<string, string>();
  const tokens = text.replace(address, (_match, label: string | undefined, target: string | undefined, bare: string | undefined) => {
    const token = `{{${id}-${links.size + 1}}}`;
    links.set(token, target ?? bare!);
    return label === undefined || /[\w-]\.[a-z]{2,}/.test(label) ? token : `${label} ${token}`;
  });
  return { text: tokens, links };
};

const orders =
  /\b(?:ignor[ea]\w*|disregard|forget|olvid[ea]\w*|omit[ae]\w*|override|overrule)\b[^.\n]{0,60}\b(?:instruc\w+|prompts?|rules|reglas|ordenes|indicaciones|previous|anteriores|above)\b|^\W*(?:system|assistant|developer)\s*:|<\/?(?:system|assistant|user|instructions?)\b|\[\/?inst\]|<\|\w+\|>|\b(?:you are|act as|eres|actua como|actue como|as) (?:(?:an?|una?|now|ahora|the) )+(?:ai|ia|chatgpt|assistant|asistente|language model|modelo de lenguaje|inteligencia artificial|llm)(?![\w-])|\b(?:system|sistema) prompt\b|\bprompt (?:del )?(?:sistema|system)\b|\bjailbreak\b/m;

/** Whether a published text gives orders to a machine rather than facts to people. */
export const givesOrders = ({ title, heading, text }: Passage): boolean => [title, heading, ...text.split("\n")].some((line) => orders.test(flat(plain(line))));
