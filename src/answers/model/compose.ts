import type { Locale } from "../../locale.ts";
import { redact } from "../redact.ts";
import type { Passage } from "../types.ts";
import { wholeDoubt } from "./check/answer.ts";
import type { Meaning } from "./check/meaning.ts";
import { doubtOf, withoutVerdict, type Sentence } from "./check/sentence.ts";
import type { Endpoint } from "./endpoint.ts";
import { evidenceOf, givesOrders, type Evidence } from "./evidence.ts";
import { faultOf, isPassing, type EndpointFault } from "./fault.ts";
import type { Closed, Gate } from "./gate.ts";
import { promptFor } from "./prompt.ts";
import { createReader } from "./sentences.ts";

/** An answer written from passages; `cites` are their pairs. */
export type Composed = { locale: Locale; text: string; cites: string[] };

/** Why the passages are shown themselves. `doubt-…`: a check did not pass. */
export type Fallback = Closed | EndpointFault | "orders" | "empty" | `doubt-${string}`;
export type Written = { status: "used"; composed: Composed } | { status: "fallback"; reason: Fallback };

export type ToWrite = {
  question: string;
  passages: Passage[];
  locale: Locale;
  /** Gets what is written so far, each time that another sentence has passed its check. */
  onSentence?: (soFar: string) => void;
};
export type Compose = (toWrite: ToWrite) => Promise<Written>;

export type ComposeParts = {
  endpoint: Pick<Endpoint, "write">;
  gate: Gate;
  meaning: Meaning;
  timeoutMs: number;
  /** How many tokens an answer may have, beside the prompt's own. */
  mostTokens: number;
  /** The check of each sentence. */
  doubt?: typeof doubtOf;
};

/**
 * Puts passages into an answer by a model, or says why they must be shown themselves. Every sentence must cite and is
 * checked in code; one that fails ends it. Never throws, and ends within the timeout.
 */
export const createCompose = (parts: ComposeParts): Compose => async (toWrite) => {
  if (toWrite.passages.length === 0) return fallback("empty");
  if (toWrite.passages.some(givesOrders)) return fallback("orders");
  const evidence = evidenceOf(toWrite.passages, parts.meaning);
  const prompt = promptFor(redact(toWrite.question), evidence, toWrite.locale);
  const entered = await parts.gate.enter(tokensOf(prompt.system + prompt.user) + parts.mostTokens);
  if ("closed" in entered) return fallback(entered.closed);
  const signal = AbortSignal.timeout(parts.timeoutMs);
  const use: Use = { heard: false, tokens: 0 };
  const first = await attempt(parts, toWrite, evidence, prompt, signal, use);
  const again = first.status === "fallback" && isPassing(first.reason as EndpointFault) && !(await isOver(signal, retryAfterMs));
  const result = again ? await attempt(parts, toWrite, evidence, prompt, signal, use) : first;
  entered.leave(healthOf(result), use.heard ? use.tokens || undefined : 0);
  return result;
};

/** Whether anything came, and the tokens that the endpoint says it used. */
type Use = { heard: boolean; tokens: number };

const retryAfterMs = 250;

const attempt = async (
  { endpoint, meaning, doubt: check = doubtOf }: ComposeParts, { locale, onSentence }: ToWrite, evidence: Evidence[], prompt: ReturnType<typeof promptFor>, signal: AbortSignal, use: Use,
): Promise<Written> => {
  const reader = createReader();
  const passed: Sentence[] = [];
  let written = 0;
  try {
    for await (const { text, tokens } of endpoint.write(prompt, signal)) {
      use.heard = true;
      use.tokens += tokens;
      for (const said of reader.read(text)) {
        written++;
        const sentence = withoutVerdict(said, evidence);
        const doubt = check(sentence, evidence, locale, meaning);
        if (doubt) return fallback(`doubt-${doubt}`);
        passed.push(sentence);
        onSentence?.(textOf(passed, evidence));
      }
    }
    signal.throwIfAborted();
    if (reader.end().length !== written) return fallback("junk");
  } catch (error) {
    return fallback(signal.aborted ? "timeout" : faultOf(error));
  }
  const doubt = wholeDoubt(passed, evidence);
  if (doubt) return fallback(doubt === "empty" ? doubt : `doubt-${doubt}`);
  const cites = evidence.filter(({ id }) => passed.some((one) => one.cites.includes(id))).map(({ passage }) => passage.pair);
  return { status: "used", composed: { locale, text: textOf(passed, evidence), cites } };
};

/** The sentences as text, each token of an address resolved to the address that was published. */
const textOf = (sentences: Sentence[], evidence: Evidence[]): string =>
  evidence
    .flatMap(({ links }) => [...links])
    .reduce((text, [token, address]) => text.replaceAll(token, address), sentences.map(({ text }) => text.trim()).join(" "))
    .normalize("NFC");

/** Waits; true when there is no time left then. */
const isOver = async (signal: AbortSignal, ms: number): Promise<boolean> => {
  if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, ms));
  return signal.aborted;
};

/** Words that a check refused are no fault of the line: only what did not answer, or not in its form, counts. */
const healthOf = (result: Written): "ok" | "failed" =>
  result.status === "used" || result.reason === "empty" || result.reason.startsWith("doubt-") ? "ok" : "failed";

/** About how many tokens a text has; more rather than less. */
const tokensOf = (text: string): number => Math.ceil(text.length / 3);

const fallback = (reason: Fallback): Written => ({ status: "fallback", reason });
