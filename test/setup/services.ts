import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findPostgres, findRedis } from "./programs.ts";

/** A server of our own: where it is, how to end it, and `kill -9` for the tests that need it. */
export type Running = { url: string; port: number; pid: number; stop: () => Promise<void>; kill: () => Promise<void> };

/**
 * PostgreSQL on a free port of loopback, in a folder of its own that goes with it; or again in the `folder` and on the
 * `port` of one that was killed by its pid.
 */
export const startPostgres = async (again: { folder?: string; port?: number } = {}): Promise<Running> => {
  const program = findPostgres();
  if (!program) throw new Error("no PostgreSQL 15 or newer found: run `node test/setup/install.ts`");
  const folder = again.folder ?? temporaryFolder("postgres");
  const [launcher, first] = unprivileged(folder);
  const data = join(folder, "data");
  const port = again.port ?? (await freePort());
  const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  if (!existsSync(data)) execFileSync(launcher, [...first, join(program.bin, "initdb"), ...initdb], { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB"];
  const child = spawn(
    launcher,
    [
      ...first, join(program.bin, "postgres"), "-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder,
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    { stdio: "ignore", cwd: folder },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(child, `PostgreSQL on port ${port}`, () => answersQuery(url));
  return running({ child, url, port, folder, signal: "SIGINT" });
};

/** Redis on a free port of loopback, or on `port` to come back where it was; nothing on the disk. */
export const startRedis = async ({ port }: { port?: number } = {}): Promise<Running> => {
  const program = findRedis();
  if (!program) throw new Error("no redis-server 7 or newer found: run `node test/setup/install.ts`");
  const at = port ?? (await freePort());
  const folder = temporaryFolder("redis");
  const args = ["--port", String(at), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(program, args, { stdio: "ignore" });
  await untilReady(child, `Redis on port ${at}`, () => listens(at));
  return running({ child, url: `redis://127.0.0.1:${at}`, port: at, folder, signal: "SIGTERM" });
};

/** An empty database on a running PostgreSQL: its URL. */
export const createDatabase = async (postgresUrl: string, template?: string): Promise<string> => {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(postgresUrl);
  await client.connect();
  try {
    await client.query(`create database ${name}${template ? ` template ${template}` : ""}`);
  } finally {
    await client.end();
  }
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** PostgreSQL refuses to run as root: then the user "nobody" runs it, in a folder that is theirs. */
const unprivileged = (folder: string): [string, string[]] => {
  if (process.getuid?.() !== 0) return ["env", []];
  execFileSync("chown", ["nobody", folder]);
  return ["setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--pdeathsig=INT"]];
};

const temporaryFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(folder, 0o700);
  return folder;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

const untilReady = async (child: ChildProcess, what: string, ready: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`${what} ended with ${child.exitCode} before it was ready`);
    if (await ready()) return;
  }
  child.kill("SIGKILL");
  throw new Error(`${what} was not ready within a minute`);
};

const answersQuery = async (url: string): Promise<boolean> => {
  const client = new pg.Client(url);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

const running = (server: {
  child: ChildProcess;
  url: string;
  port: number;
  folder: string;
  signal: NodeJS.Signals;
}): Running => {
  const { child, url, port, folder, signal } = server;
  const end = async (how: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(how);
      const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await once(child, "exit");
      clearTimeout(patience);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, port, pid: child.pid!, stop: () => end(signal), kill: () => end("SIGKILL") };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
