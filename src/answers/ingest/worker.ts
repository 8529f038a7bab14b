import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "./blocks.ts";
import { readDocument, type Given } from "./document.ts";
import type { Read } from "./read-in-thread.ts";

/** The thread in which one document is read. */
const read = async (): Promise<Read> => {
  try {
    return { status: "read", document: await readDocument(workerData as Given) };
  } catch (error) {
    if (error instanceof Refusal) return { status: "refused", reason: error.message };
    return { status: "refused", reason: `it cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
};

Object.assign(globalThis, { fetch: undefined, WebSocket: undefined, EventSource: undefined });
parentPort?.postMessage(await read());
