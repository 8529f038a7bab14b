import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { compiled } from "../setup/compiled.ts";

export type Running = Awaited<ReturnType<typeof startProcess>>;

const main = join(import.meta.dirname, "../../src/main.ts");

/** The real service as a child process with these variables, once it prints its address. Throws with its output if it ends. */
export const startProcess = async (environment: Record<string, string>) => {
  const child = launch(environment);
  const { output } = child;
  const url = await Promise.race([
    child.printed(/http:\/\/\S+/),
    child.ended.then((code) => { throw new Error(`the service ended with ${code}: ${output()}`); }),
  ]);
  return {
    url, output, pid: child.pid,
    /** As a power cut: nothing is finished, nothing is told. */
    kill: () => { child.signal("SIGKILL"); return child.ended; },
    /** As an operator stops it; gives the exit code. */
    stop: () => { child.signal("SIGTERM"); return child.ended; },
  };
};

/** Starts the service and waits for its end. */
export const runProcess = async (environment: Record<string, string>) => {
  const child = launch(environment);
  return { code: await child.ended, output: child.output() };
};

/** Kills what a test left running. */
export const endProcesses = () => Promise.all([...alive].map((child) => { child.signal("SIGKILL"); return child.ended; }));

const alive = new Set<ReturnType<typeof launch>>();

/** A child ends with its parent, however that ends. */
const tied = "data:text/javascript,process.on('disconnect',()=>process.exit(1));process.channel.unref()";

const launch = (environment: Record<string, string>) => {
  const child = spawn(process.execPath, ["--import", tied, main], {
    env: { PATH: process.env["PATH"], ...compiled, PORT: "0", LOG_LEVEL: "info", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on("data", (chunk: Buffer) => { text += chunk.toString(); heard.forEach((hear) => { hear(); }); });
  }
  const launched = {
    pid: child.pid!,
    ended: once(child, "close").then(([code]) => { alive.delete(launched); return code as number | null; }),
    output: () => text,
    printed: (wanted: RegExp) => new Promise<string>((resolve) => {
      heard.push(() => { const found = wanted.exec(text); if (found && text.slice(found.index).includes("\n")) resolve(found[0]); });
    }),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
  };
  alive.add(launched);
  return launched;
};
