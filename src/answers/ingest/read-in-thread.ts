import { Worker } from "node:worker_threads";
import type { Document, Given } from "./document.ts";
import { inMegabytes } from "./limits.ts";

export type Read = { status: "read"; document: Document } | { status: "refused"; reason: string };

/**
 * Reads a document in a thread of its own, so that one that asks for too much time or memory ends alone.
 * Never throws; a fault is a reason.
 */
export const readInThread = (given: Omit<Given, "detect">): Promise<Read> => {
  const { ms, memoryMb } = given.limits;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: given, env: {}, stdout: true, stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  return new Promise((resolve) => {
    const end = (read: Read) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => {
      end({ status: "refused", reason: `not read within ${Math.round(ms / 1000)} s: split the document` });
    }, ms);
    worker.once("message", (read: Read) => { end(read); });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      end({ status: "refused", reason: error.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? `it takes more than ${inMegabytes(memoryMb * 1024 * 1024)} of memory: split the document`
        : `it cannot be read (${error.message})` });
    });
    worker.once("exit", () => { end({ status: "refused", reason: "its reading ended early" }); });
  });
};
