import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Answers, createAnswers } from "./answer.ts";
import { findKept, readIngested } from "./ingest/store.ts";
import type { Knowledge } from "./knowledge.ts";

export type LiveAnswers = Answers & {
  /** Reads the ingested documents again where they changed; true when it did. Questions go on being answered meanwhile. */
  refresh: () => Promise<boolean>;
};
export type Folders = { knowledge: string; ingested: string; snapshots: string };

/**
 * Answers that follow the ingested documents: a thread indexes what changed and leaves a snapshot, which then takes the
 * place of what was. A document that cannot be read leaves all as it was.
 */
export const createLiveAnswers = (knowledge: Knowledge, folders: Folders): LiveAnswers => {
  const read = () => createAnswers(withIngested(knowledge, folders.ingested), {}, folders.snapshots);
  let seen = findKept(folders.ingested);
  let current = read();
  return {
    answer: (question, asked) => current.answer(question, asked),
    passage: (pair, locale) => current.passage(pair, locale),
    service: (id) => current.service(id),
    services: () => current.services(),
    family: (id) => current.family(id),
    topics: () => current.topics(),
    examples: () => current.examples(),
    refresh: async () => {
      const now = findKept(folders.ingested);
      if (now === seen) return false;
      await inThread(folders);
      current = read();
      seen = now;
      return true;
    },
  };
};

/** The published content and what was ingested besides. */
export const withIngested = (knowledge: Knowledge, ingested: string): Knowledge =>
  existsSync(ingested) ? { ...knowledge, passages: [...knowledge.passages, ...readIngested(ingested)] } : knowledge;

const inThread = (folders: Folders): Promise<void> => {
  const worker = new Worker(new URL("./snapshot-worker.ts", import.meta.url), { workerData: folders, env: {} });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => { if (code === 0) resolve(); else reject(new Error(`indexing the documents ended with ${code}`)); });
  });
};
