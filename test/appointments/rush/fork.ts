import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const worker = join(import.meta.dirname, "worker.ts");
/** A child ends with its parent, however that ends. */
const tied = "data:text/javascript,process.on('disconnect',()=>process.exit(1));process.channel.unref()";

/** Runs a worker to its end, or kills it with -9 once it has answered so many times; gives its answers. */
export const runWorker = async (task: object, killAfter = Infinity): Promise<{ answers: string[]; ended: boolean }> => {
  const child = spawn(process.execPath, ["--import", tied, worker, JSON.stringify(task)], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  let text = "";
  child.stdout!.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split("\n").length > killAfter) child.kill("SIGKILL");
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (code !== 0 && signal !== "SIGKILL") throw new Error(`a worker of the rush ended with ${code}: ${text.slice(-2000)}`);
  const lines = text.trim().split("\n");
  return { answers: lines.filter((line) => line !== "end"), ended: lines.at(-1) === "end" };
};
