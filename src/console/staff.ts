import { parseArgs } from "node:util";
import type { ZodError } from "zod";
import { readConfig } from "../config.ts";
import { openDb, type Db } from "../db/open.ts";
import { createLog } from "../log.ts";
import { addMember, changeMember, members, newMember, resetMember } from "../staff/accounts.ts";

const usage = `npm run staff -- add EMAIL --name NAME --role ROLE [--language es,en] [--skill SKILL]...
npm run staff -- disable EMAIL | enable EMAIL | reset EMAIL
npm run staff -- list`;

/** Does what an operator asks of the staff accounts; gives the lines to print. Throws, saying the way out, when it cannot. */
export const runStaff = async (db: Db, args: string[]): Promise<string[]> => {
  const { values, positionals: [command, email] } = read(args);
  if (command === "list" && email === undefined) return list(db);
  if (email === undefined) throw new Error(usage);
  switch (command) {
    case "add": return add(db, email, values);
    case "disable": return change(db, email, true);
    case "enable": return change(db, email, false);
    case "reset": return reset(db, email);
    default: throw new Error(`staff: no command "${command}"\n${usage}`);
  }
};

type Values = { name?: string | undefined; role?: string | undefined; language?: string | undefined; skill?: string[] | undefined };

const read = (args: string[]): { values: Values; positionals: string[] } => {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ args, allowPositionals: true, options: { name: text, role: text, language: text, skill: { ...text, multiple: true } } });
  } catch (fault) {
    throw new Error(`staff: ${fault instanceof Error ? fault.message : String(fault)}\n${usage}`, { cause: fault });
  }
};

const add = async (db: Db, email: string, { name, role, language, skill }: Values): Promise<string[]> => {
  const given = newMember.safeParse({ email, name: name ?? "", role, ...(language ? { locales: language.split(",") } : {}), skills: skill ?? [] });
  if (!given.success) throw new Error(`staff: nobody was added\n${faults(given.error)}`);
  const added = await addMember(db, given.data, null);
  if (!added) throw new Error(`staff: ${email} has an account already: change it on the staff pages, or \`reset\` it`);
  return passwordLines(email, added.password);
};

const faults = ({ issues }: ZodError): string => issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`).join("\n");

const change = async (db: Db, email: string, disabled: boolean): Promise<string[]> => {
  const changed = await changeMember(db, await idOf(db, email), { disabled }, null);
  if (changed === "last-administrator") throw new Error(`staff: ${email} is the only administrator: add another one first`);
  return [`${email} is ${disabled ? "disabled and signed out" : "enabled"}`];
};

const reset = async (db: Db, email: string): Promise<string[]> => {
  const { password } = (await resetMember(db, await idOf(db, email), null))!;
  return passwordLines(email, password);
};

const list = async (db: Db): Promise<string[]> =>
  (await members(db)).map(({ email, name, role, locales, skills, disabled, twoFactor, lastSeen }) =>
    [email, name, role, locales.join(","), skills.join(",") || "-", disabled ? "disabled" : "enabled", twoFactor ? "second factor" : "no second factor", lastSeen ?? "never seen"].join("\t"));

const idOf = async (db: Db, email: string): Promise<string> => {
  const all = await members(db);
  const found = all.find((member) => member.email === email.trim().toLowerCase());
  if (!found) throw new Error(`staff: no account ${email} (accounts: ${all.map((member) => member.email).join(", ") || "none"})`);
  return found.id;
};

const passwordLines = (email: string, password: string): string[] =>
  [`start password of ${email}, shown this once: ${password}`, "It serves 7 days, and must be changed at the first sign-in; a second factor is set up then."];

if (import.meta.main) {
  try {
    const { databaseUrl, dataDir, logLevel } = readConfig();
    const open = await openDb({ databaseUrl, dataDir, log: createLog(logLevel === "info" ? "error" : logLevel) });
    const lines = await runStaff(open.db, process.argv.slice(2)).finally(open.close);
    for (const line of lines) console.log(line);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  }
}
