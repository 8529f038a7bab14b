import { join } from "node:path";
import type { OpenDb } from "../../src/db/open.ts";
import { businessMinutesBetween } from "../../src/calendar.ts";
import { loadDesk } from "../../src/desk/setup.ts";
import type { DashboardParts } from "../../src/figures/parts.ts";
import { loadFigures } from "../../src/figures/setup.ts";
import { queueMail } from "../../src/mail/queue.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { addMember } from "../../src/staff/accounts.ts";
import type { Role } from "../../src/staff/role.ts";
import { loadTexts } from "../../src/text.ts";

const root = join(import.meta.dirname, "../..");
const knowledge = join(root, "knowledge");
const texts = loadTexts(join(root, "locales"));
const setup = loadFigures(knowledge);
const { hours } = loadDesk(knowledge);

/** What a dashboard is made with, on a database, by a clock and with a desk of its own. */
export const stage = ({ db }: Pick<OpenDb, "db">, now: () => Date): DashboardParts => ({
  db, now, texts, setup, metrics: createMetrics({ db, now, knowledge }), agency: { es: "Agencia", en: "Agency" },
  redact: (text) => text.replaceAll(/\d{6,}/g, "[number]"), wordsDays: 30, stepsOf: (flow) => (flow === "file-case" ? ["intro", "details"] : []), deskTopics: ["general", "documents", "stay"],
  called: (by, row) => (by === "office" ? { es: `Oficina ${row}`, en: `Office ${row}` } : undefined), openMinutes: (from, to) => businessMinutesBetween(from, to, hours), staffUrl: () => "https://example.gov.co/staff", mail: queueMail,
});

/** A member of the staff; gives their id. */
export const member = async ({ db }: Pick<OpenDb, "db">, name: string, role: Role = "supervisor"): Promise<string> =>
  (await addMember(db, { name, email: `${name.toLowerCase()}@example.gov.co`, role, locales: ["es"], skills: [] }, null, "open sesame and much more"))!.id;
