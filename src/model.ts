import { join } from "node:path";
import type { Compose } from "./answers/model/compose.ts";
import type { Ledger } from "./answers/model/gate.ts";
import type { Nearest } from "./answers/model/vectors.ts";
import type { Config } from "./config.ts";
import type { Content } from "./content.ts";
import { giveBackTokens, isModelOn, reserveTokens } from "./db/model-switch.ts";
import type { Db } from "./db/open.ts";
import type { Log } from "./log.ts";

/** What a language model does for the service. Each is there only where its model is named. */
export type Model = { compose?: Compose; nearest?: Nearest; close: () => Promise<void> };

export type ModelParts = { config: Pick<Config, "openai" | "dataDir">; content: Content; db: Db; log: Log; now: () => Date };

/** How many tokens an answer may have. */
const mostTokens = 800;

/** The language model of `OPENAI_…`; undefined, and nothing loaded, where none is named. */
export const openModel = async ({ config, content, db, log, now }: ModelParts): Promise<Model | undefined> => {
  const { openai } = config;
  if (openai?.model === undefined && openai?.embeddingModel === undefined) return undefined;
  const [{ createEndpoint }, { createCompose }, { createGate }, { createMeaning }, { createVectors }] = await Promise.all([
    import("./answers/model/endpoint.ts"), import("./answers/model/compose.ts"), import("./answers/model/gate.ts"),
    import("./answers/model/check/meaning.ts"), import("./answers/model/vectors.ts"),
  ]);
  const { lexicon, passages } = content.knowledge;
  const endpoint = createEndpoint({ ...openai, mostTokens });
  const ledger = createLedger(db, openai.budgetTokens, now);
  const { timeoutMs, embeddingModel } = openai;
  const folder = config.dataDir.includes("://") ? undefined : join(config.dataDir, "vectors");
  const vectors = embeddingModel === undefined ? undefined
    : createVectors({ endpoint, isOn: ledger.isOn, passages, model: embeddingModel, folder, onFault: (fault) => log.warn({ fault }, "vectors: the endpoint does not answer") });
  return {
    ...(openai.model === undefined ? {} : {
      compose: createCompose({ endpoint, gate: createGate({ ledger }), meaning: createMeaning(lexicon), timeoutMs, mostTokens }),
    }),
    ...(vectors ? { nearest: vectors.nearest } : {}),
    close: async () => vectors?.close(),
  };
};

const readEveryMs = 2000;

/** The switch and the budget, in the database. The switch is read at most every two seconds. */
const createLedger = (db: Db, budget: number, now: () => Date): Ledger => {
  let read: { at: number; isOn: Promise<boolean> } | undefined;
  return {
    isOn: () => {
      if (!read || performance.now() - read.at >= readEveryMs) read = { at: performance.now(), isOn: isModelOn(db) };
      return read.isOn;
    },
    reserve: (tokens) => reserveTokens(db, today(now()), tokens, budget),
    giveBack: (tokens) => giveBackTokens(db, today(now()), tokens),
  };
};

const today = (at: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Bogota", dateStyle: "short" }).format(at);
