import { spawn } from "node:child_process";

/** Looks into a file. A scanner that cannot be asked is no "clean": the file is refused for now. */
export type Scan = (bytes: Uint8Array) => Promise<"clean" | "infected" | "away">;

const patienceMs = 30_000;

/**
 * A scanner that reads the file from its standard input, as `clamdscan -` does: it ends with 0 for clean and 1 for infected.
 * `command` is a program and its arguments with blanks between, started without a shell.
 */
export const scanWith = (command: string): Scan => (bytes) =>
  new Promise((resolve) => {
    const [program, ...args] = command.split(/\s+/).filter(Boolean);
    const child = spawn(program!, args, { stdio: ["pipe", "ignore", "ignore"], timeout: patienceMs });
    child.once("error", () => { resolve("away"); });
    child.once("close", (code) => { resolve(code === 0 ? "clean" : code === 1 ? "infected" : "away"); });
    child.stdin.on("error", () => undefined);
    child.stdin.end(bytes);
  });
