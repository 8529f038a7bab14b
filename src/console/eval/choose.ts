import { outside, trainIntents, type Classified, type Example } from "../../understanding/intents.ts";

type Judged = { example: Example; guess: Classified };

/** At most this share of the messages whose intent was found may be refused all the same. */
const mostRefused = 0.03;
/** At most this share of what clearly asks for one flow may be asked back. */
const mostAskedBack = 0.05;

const folds = 5;
/**
 * What belongs to an intent is one more way to say what is known; what belongs to none is of a kind not heard before,
 * so its neighbours in the file are held out with it.
 */
const together = { inside: 1, outside: 8 };
const shares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/**
 * Chooses the thresholds of understanding on the training content alone, each part of it held out in turn, and prints
 * what speaks for them. `named` are the intents that flows have.
 */
export const chooseThresholds = (examples: readonly Example[], named: ReadonlySet<string>): string => {
  const judged = Array.from({ length: folds }, (_, fold) => judge(examples, fold)).flat();
  const inside = judged.filter(({ example }) => example.intent !== outside);
  const beyond = judged.filter(({ example }) => example.intent === outside);
  const right = inside.filter(({ example, guess }) => guess.name === example.intent);
  const scores = right.map(({ guess }) => guess.score).sort((a, b) => a - b);
  const intent = Math.floor(100 * scores[Math.floor(mostRefused * scores.length)]!) / 100;
  const under = (rows: Judged[], threshold: number) => percent(rows.filter(({ guess }) => guess.score < threshold), rows);
  const levels = [-0.1, -0.05, 0, 0.05, 0.1].map((more) => Math.round(100 * (intent + more)) / 100);
  const askedBack = (share: number) => askedBackAt(share, inside.filter(({ example, guess }) => named.has(example.intent) && guess.score >= intent), named);
  const fitting = shares.find((share) => ratio(askedBack(share)) <= mostAskedBack) ?? 1;
  return [
    `held out in ${folds} parts: ${inside.length} examples of intents, ${beyond.length} of none`,
    `right: ${percent(right, inside)}`,
    ...table(["INTENT_THRESHOLD", "right, yet refused", "none of these, caught"], levels.map((level) => [level, under(right, level), under(beyond, level)])),
    ...table(["INTENT_NEAR", "asked back for nothing"], shares.map((share) => [share, percent(...askedBack(share))])),
    "",
    `chosen: INTENT_THRESHOLD=${intent} (at most ${100 * mostRefused} % refused though right), INTENT_NEAR=${fitting} (the least at which at most ${100 * mostAskedBack} % are asked back)`,
  ].join("\n");
};

const judge = (examples: readonly Example[], fold: number): Judged[] => {
  const isHeldOut = ({ intent }: Example, i: number) =>
    Math.floor(i / (intent === outside ? together.outside : together.inside)) % folds === fold;
  const { classify } = trainIntents(examples.filter((example, i) => !isHeldOut(example, i)), { near: shares[0]! });
  return examples.filter(isHeldOut).map((example) => ({ example, guess: classify(example.text) }));
};

/** Messages for one flow, and those of them to which another flow is near. */
const askedBackAt = (share: number, rows: Judged[], named: ReadonlySet<string>): [Judged[], Judged[]] =>
  [rows.filter(({ guess }) => named.has(guess.name) && guess.near.some(({ name, score }) => named.has(name) && score >= share * guess.score)), rows];

const ratio = ([part, whole]: [unknown[], unknown[]]): number => part.length / whole.length;

const percent = (part: unknown[], whole: unknown[]): string => `${((100 * part.length) / whole.length).toFixed(1)} %`;

const table = (head: string[], rows: (string | number)[][]): string[] =>
  ["", ...[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`)];
