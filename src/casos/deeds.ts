import type { Cases } from "../cases/cases.ts";
import type { CaseFile, FileRefused } from "../cases/types.ts";
import type { Db } from "../db/open.ts";
import type { Locale } from "../locale.ts";
import type { Told } from "./page.ts";

/** What a form of the page carries. */
export type Handed = { deed: string; once: string; text: string; useful: string; files: { name: string; bytes: Uint8Array }[] };

type Parts = { db: Db; cases: Cases; now: () => Date };

const mostFiles = 5;
const fewestWords = 15;

/** Does what a form asks for, in one transaction; gives what is told at the top of the page that follows. */
export const doWith = async (parts: Parts, caseId: string, locale: Locale, handed: Handed): Promise<Told> => {
  const { db, cases, now } = parts;
  const said = (key: string, good: boolean, params?: Told["params"]): Told => ({ key: `follow-case.said.${key}`, good, ...(params ? { params } : {}) });
  const ended = (done: object, key: string) => ("refused" in done ? said("not-now", false) : said(key, true));
  const { deed, text, useful } = handed;
  switch (deed) {
    case "add": return add(parts, caseId, handed);
    case "withdraw": return ended(await db.transaction().execute((trx) => cases.citizen.withdraw(trx, caseId, text || undefined, now())), "withdrawn");
    case "rate": return ended(await db.transaction().execute((trx) => cases.citizen.rate(trx, caseId, useful === "yes", now())), "rated");
    case "more-time": {
      const given = await db.transaction().execute((trx) => cases.citizen.askMoreTime(trx, caseId, now()));
      return "until" in given ? said("more-time", true, { until: { date: given.until } }) : said("not-now", false);
    }
    case "complain": return complain(parts, caseId, locale, handed);
    default: return { key: "casos.unreadable", good: false };
  }
};

const add = async ({ db, cases, now }: Parts, caseId: string, { text, files }: Handed): Promise<Told> => {
  if (text.trim() === "" && files.length === 0) return { key: "casos.empty", good: false };
  if (files.length > mostFiles) return { key: "repair.file.too-many", good: false, params: { max: mostFiles } };
  const checked = await Promise.all(files.map(({ bytes, name }) => cases.checkFile(bytes, name)));
  const refused = checked.find((file): file is FileRefused => "refused" in file);
  if (refused) return { key: refusals[refused.refused], good: false };
  const done = await db.transaction().execute((trx) => cases.citizen.add(trx, caseId, { text, files: checked as CaseFile[] }, now()));
  return { key: `follow-case.said.${"refused" in done ? "not-now" : "added"}`, good: !("refused" in done) };
};

const refusals: Record<FileRefused["refused"], string> = {
  type: "casos.file-kind", "too-large": "casos.file-kind", empty: "casos.file-kind", infected: "repair.file.infected", "scanner-away": "repair.file.unchecked",
};

/** A claim about the answer; the same form sent twice files one. */
const complain = async ({ db, cases, now }: Parts, caseId: string, locale: Locale, { text, once }: Handed): Promise<Told> => {
  if (text.trim().length < fewestWords) return { key: "follow-case.complaint.invalid", good: false };
  const filed = await db.transaction().execute(async (trx) => {
    const found = await cases.look(trx, caseId, now());
    if (!found?.may.complain) return undefined;
    const filing = { key: `page:${caseId}:${once}`, channel: "page", locale, kind: "claim", identity: { is: "anonymous" }, story: text, about: caseId, consents: [], files: [] } as const;
    return cases.file(trx, { ...filing, consents: [], files: [] }, now());
  });
  if (!filed) return { key: "follow-case.said.not-now", good: false };
  if (filed.code === undefined) return { key: "casos.filed-before", good: true, params: { radicado: filed.radicado } };
  return { key: "casos.filed", good: true, params: { radicado: filed.radicado, code: filed.code } };
};
