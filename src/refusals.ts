import { z } from "zod";
import { filesIn, readYaml } from "./answers/content/read.ts";
import type { Knowledge } from "./answers/knowledge.ts";
import type { Fault } from "./fault.ts";
import { locales } from "./locale.ts";
import type { RefusalExample } from "./understanding/refusal.ts";
import { refusalKinds } from "./understanding/refusal/kinds.ts";
import { faultOfVariants, variantsOf } from "./understanding/variants.ts";
import { fold } from "./words.ts";

const said = z.array(z.string().min(1)).min(1);
const pairs = z.array(z.string()).default([]);
const schema = z.strictObject({ kind: z.enum([...refusalKinds, "innocent"]), show: pairs, offer: z.string().optional(), near: pairs, es: said, en: said });

/** A file of `knowledge/data/refusals`: reviewed messages of one kind, and the passages that help whoever writes so. */
type Reviewed = z.infer<typeof schema> & { file: string };

/** By kind, the passages that are shown beside it, and one that is offered. */
export type HelpOfRefusals = ReadonlyMap<string, { show: string[]; offer?: string | undefined }>;

export const helpOf = (reviewed: readonly Reviewed[]): HelpOfRefusals =>
  new Map(reviewed.map(({ kind, show, offer }) => [kind, { show, offer }]));

export const readRefusals = (folder: string, faults: Fault[]): Reviewed[] =>
  filesIn(folder, ".yaml").flatMap((file) => {
    const read = readYaml(file, schema, faults);
    return read ? [{ ...read, file }] : [];
  });

/** Every reviewed message, whatever its kind. */
export const messagesOf = (reviewed: readonly Reviewed[]): string[] => reviewed.flatMap(({ es, en }) => [...es, ...en].flatMap(variantsOf));

/**
 * What refusals are learnt from: the reviewed messages, what lies outside, how people ask for what is published, and what is `innocent`.
 * A line without alternatives counts twice, and questions are also taken several at a time, since people ask so. Who asks
 * for a passage that is `near` to a refusal teaches neither.
 */
export const refusalExamples = (
  reviewed: readonly Reviewed[], { passages, lexicon }: Pick<Knowledge, "passages" | "lexicon">, innocent: readonly string[],
): RefusalExample[] => {
  if (reviewed.length === 0) return [];
  const said = (reviewed: readonly Reviewed[], kept: (line: string) => boolean) =>
    reviewed.flatMap(({ kind, es, en }) => [...es, ...en].filter(kept).flatMap(variantsOf).map((text): RefusalExample => ({ text, kind })));
  const near = new Set(reviewed.flatMap((file) => file.near));
  const asked = passages.filter(({ pair }) => !near.has(pair)).flatMap(({ heading, asks }) => [heading, ...asks.slice(0, 4), ...together(asks)]);
  return [
    ...said(reviewed, () => true),
    ...said(reviewed.filter(({ kind }) => kind !== "out-of-scope"), (line) => !line.includes("|")),
    ...locales.flatMap((locale) => lexicon.outside[locale]).map((text): RefusalExample => ({ text, kind: "out-of-scope" })),
    ...[...asked, ...innocent].map((text): RefusalExample => ({ text, kind: "innocent" })),
  ];
};

const together = (asks: readonly string[]): string[] =>
  asks.length > 4 ? [asks.slice(-3).join(", "), asks.slice(1, 3).join(". ")] : [];

/** Every fault of reviewed messages: a kind without a file, and a message that stands under two kinds. */
export const checkRefusals = (reviewed: readonly Reviewed[], folder: string): Fault[] => {
  const faults: Fault[] = [];
  const first = new Map<string, string>();
  for (const { file, kind, es, en } of reviewed) {
    for (const message of [...es, ...en]) {
      const fault = faultOfVariants(message);
      if (fault) faults.push({ file, path: message, message: fault });
      const other = first.get(fold(message)) ?? kind;
      if (other !== kind) faults.push({ file, path: message, message: `stands under "${kind}" and under "${other}"; keep one` });
      first.set(fold(message), kind);
    }
  }
  const missing = [...refusalKinds, "innocent" as const].filter((kind) => reviewed.length > 0 && !reviewed.some((one) => one.kind === kind));
  return [...faults, ...missing.map((kind) => ({ file: folder, path: kind, message: "no file has messages of this kind" }))];
};

/** The passages that these files name. */
export const passagesOf = (reviewed: readonly Reviewed[]): string[] =>
  reviewed.flatMap(({ show, offer, near }) => [...show, ...(offer ? [offer] : []), ...near]);
