import { join } from "node:path";
import type { CaseActionParts } from "../../../src/actions/file-case.ts";
import { loadCases } from "../../../src/cases/setup.ts";
import type { Filing, FollowedCase } from "../../../src/cases/types.ts";
import { locales } from "../../../src/locale.ts";
import type { Service } from "../../../src/service.ts";

const filing: Omit<Filing, "key"> = {
  channel: "console", locale: "es", kind: "petition-information", identity: { is: "anonymous" }, story: "¿En qué va mi permiso?", consents: [], files: [],
};

/**
 * In each language two cases that open with the same code: one that waits, and one that is answered. Gives what those
 * who hold them can type, by `flow.slot.language`.
 */
export const seedCases = async ({ cases, db: { db }, now }: Service): Promise<Record<string, string>> => {
  const known: Record<string, string> = {};
  for (const locale of locales) {
    const file = (key: string) => db.transaction().execute((trx) => cases.file(trx, { ...filing, key: `stage:${key}:${locale}` }, now()));
    const [waiting, answered] = [await file("waiting"), await file("answered")];
    const { code_hash } = await db.selectFrom("case_file").select("code_hash").where("id", "=", waiting.id).executeTakeFirstOrThrow();
    await db.updateTable("case_file").set({ code_hash, state: "answered", answer: "Su permiso está listo.", answered_at: now(), closed_at: now() }).where("id", "=", answered.id).execute();
    known[`follow-case.radicado.${locale}`] = waiting.radicado;
    known[`follow-case.radicado.${locale}.other`] = answered.radicado;
    known[`follow-case.code.${locale}`] = waiting.code!;
    known[`follow-case.code.${locale}.other`] = "AAAA-1111-AAAA";
  }
  return known;
};

/** The office of cases without a database, for walks: what is stored is made up by rule. */
export const casesOfWalks = (now: Date): CaseActionParts["cases"] => {
  const followed: FollowedCase = {
    id: "1", radicado: "PQR-2026-000001-XX", kind: "claim", state: "answered", locale: "es", filedAt: now, radicadoOn: "2026-11-23", dueOn: "2026-12-15", daysLeft: 3,
    unit: { es: "Grupo de servicio", en: "Service group" }, next: "case.next.answered", answer: { text: "Listo.", at: now, files: [] }, useful: null, history: [],
    may: { add: true, withdraw: true, complain: true, rate: true, askMoreTime: true },
  };
  const filed = { id: "1", radicado: "PQR-2026-000001-XX", code: "XXXX-XXXX-XXXX", filedAt: now, radicadoOn: "2026-11-23", dueOn: "2026-12-15", termDays: 15, receipt: "/casos/recibo/x" };
  const done = () => Promise.resolve({ done: true } as const);
  let finds = 0;
  return {
    setup: loadCases(join(import.meta.dirname, "../../../knowledge")), mails: true, scans: false,
    file: () => Promise.resolve(filed),
    preview: (_db, kind) => Promise.resolve(kind === "compliment" ? { radicadoOn: "2026-11-23", dueOn: null, termDays: null } : filed),
    consent: () => Promise.resolve(),
    find: () => Promise.resolve(++finds % 4 === 0 ? { status: "unknown" } : { status: "found", case: followed }),
    look: () => Promise.resolve(followed),
    citizen: { add: done, withdraw: done, rate: done, askMoreTime: () => Promise.resolve({ refused: "wrong-state" }) },
    said: { receipt: () => Promise.resolve([]), computation: () => Promise.resolve([{ key: "case.computation.no-term" }]) },
  };
};
