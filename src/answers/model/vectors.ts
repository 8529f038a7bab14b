import { createHash } from "node:crypto";
import type { Passage } from "../types.ts";
import type { Endpoint } from "./endpoint.ts";
import { faultOf, type EndpointFault } from "./fault.ts";
import { redact } from "../redact.ts";
import { keptVectors } from "./vector-file.ts";

/** How near (0..1) passages are to a question by their sense, by pair; undefined while that cannot be told. */
export type Nearest = (question: string) => Promise<ReadonlyMap<string, number> | undefined>;
export type Vectors = {
  nearest: Nearest;
  /** Settles when every passage has its vector, or the endpoint was given up for now. */
  ready: Promise<void>;
  close: () => void;
};

export type VectorsParts = {
  endpoint: Pick<Endpoint, "embed">;
  isOn: () => Promise<boolean>;
  passages: Passage[];
  /** The name of the embedding model: vectors of another are of no use. */
  model: string;
  /** Where vectors are kept by the hash of their text; undefined: nowhere. */
  folder: string | undefined;
  onFault: (fault: EndpointFault) => void;
  /** How long the endpoint is left alone after a fault, in ms. */
  restMs?: number;
};

const batch = 64;
const questionMs = 800;
const batchMs = 30_000;
const most = 30;

/** Vectors of all passages, made beside the service's work: until all are there, and while the endpoint is away, words alone decide. */
export const createVectors = ({ endpoint, isOn, passages, model, folder, onFault, restMs = 30_000 }: VectorsParts): Vectors => {
  const kept = keptVectors(folder, model);
  const texts = passages.map((passage) => ({ pair: passage.pair, text: wordsOf(passage) })).map((one) => ({ ...one, hash: hashOf(one.text) }));
  const stopped = new AbortController();
  let isComplete = false;
  let restUntil = 0;

  const fill = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const missing = [...new Map(texts.filter(({ hash }) => !kept.has(hash)).map((one) => [one.hash, one])).values()];
      if (missing.length === 0) break;
      const next = missing.slice(0, batch);
      try {
        if (!(await isOn())) throw new Error("switched off");
        const vectors = await endpoint.embed(next.map(({ text }) => text), batchMs);
        next.forEach(({ hash }, i) => { kept.add(hash, unit(vectors[i])); });
      } catch (error) {
        onFault(faultOf(error));
        await pause(restMs, stopped.signal);
      }
    }
    isComplete = !stopped.signal.aborted;
  };
  const nearest: Nearest = async (question) => {
    if (!isComplete || performance.now() < restUntil || !(await isOn().catch(() => false))) return undefined;
    try {
      const [vector] = await endpoint.embed([redact(question)], questionMs);
      const asked = unit(vector);
      return standingOut(texts.map(({ pair, hash }) => ({ pair, likeness: dot(asked, kept.get(hash)!) })));
    } catch (error) {
      restUntil = performance.now() + restMs;
      onFault(faultOf(error));
      return undefined;
    }
  };
  return { nearest, ready: fill(), close: () => { stopped.abort(); } };
};

const wordsOf = ({ title, heading, text, asks }: Passage): string => `${title}. ${heading}\n${text}\n${asks.slice(0, 3).join("; ")}`;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 24);

/** Of length one. Throws a `SyntaxError` on what is no vector. */
const unit = (vector: number[] | undefined): Float32Array => {
  const length = Math.hypot(...(vector ?? []));
  if (!vector || vector.length === 0 || !Number.isFinite(length) || length === 0) throw new SyntaxError("the endpoint gave no vector");
  return Float32Array.from(vector, (value) => value / length);
};

const dot = (a: Float32Array, b: Float32Array): number => {
  if (a.length !== b.length) throw new SyntaxError(`the endpoint gave vectors of ${a.length} and of ${b.length} numbers`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** From so many standard deviations over the mean on a likeness says something; so many more say all. */
const tellingFrom = 3;
const tellingRange = 3;

/** What stands out from all passages: endpoints differ in how alike they find things, not in what stands out. */
const standingOut = (all: { pair: string; likeness: number }[]): Map<string, number> => {
  const mean = all.reduce((sum, { likeness }) => sum + likeness, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, { likeness }) => sum + (likeness - mean) ** 2, 0) / all.length) || 1;
  const near = new Map<string, number>();
  for (const { pair, likeness } of all.toSorted((a, b) => b.likeness - a.likeness).slice(0, most)) {
    const share = Math.min(1, Math.max(0, ((likeness - mean) / spread - tellingFrom) / tellingRange));
    if (share > 0) near.set(pair, Math.max(share, near.get(pair) ?? 0));
  }
  return near;
};

const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const end = () => { clearTimeout(timer); resolve(); };
  const timer = setTimeout(end, ms);
  signal.addEventListener("abort", end, { once: true });
});
