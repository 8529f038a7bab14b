import type { Db } from "../db/open.ts";

/** `did` is a name such as "ticket-read"; `subject` the id of what it was done to; `detail` codes and ids: no words, no personal data. */
export type Deed = { by: string | null; did: string; subject?: string | undefined; detail?: Record<string, string | number | boolean | null> | undefined };

/** Adds a line to the log that nobody can change. In a transaction the line stands or falls with what it tells of. */
export const recordAudit = async (db: Db, { by, did, subject, detail }: Deed): Promise<void> => {
  await db.insertInto("staff_audit")
    .values({ staff_id: by, did, subject: subject ?? null, detail: detail ? JSON.stringify(detail) : null })
    .execute();
};

export type AuditEntry = { id: string; at: string; who: { id: string; name: string } | null; did: string; on?: string; detail?: Record<string, unknown> };

const page = 100;

/** The newest first, 100 at a time, before an entry and of one member if so asked; `next` is what to ask `before` for more. */
export const auditEntries = async (db: Db, { before, who }: { before?: string | undefined; who?: string | undefined }): Promise<{ entries: AuditEntry[]; next?: string }> => {
  let query = db.selectFrom("staff_audit as audit").leftJoin("staff_user as staff", "staff.id", "audit.staff_id")
    .select(["audit.id", "audit.at", "audit.staff_id", "staff.name", "audit.did", "audit.subject", "audit.detail"])
    .orderBy("audit.id", "desc").limit(page + 1);
  if (before !== undefined) query = query.where("audit.id", "<", before);
  if (who !== undefined) query = query.where("audit.staff_id", "=", who);
  const rows = await query.execute();
  const shown = rows.slice(0, page);
  return {
    entries: shown.map(({ id, at, staff_id: by, name, did, subject, detail }) => ({
      id, at: at.toISOString(), who: by === null ? null : { id: by, name: name ?? "" }, did,
      ...(subject === null ? {} : { on: subject }),
      ...(detail === null ? {} : { detail }),
    })),
    ...(rows.length > page ? { next: shown.at(-1)!.id } : {}),
  };
};
