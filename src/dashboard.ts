import { redact } from "./answers/redact.ts";
import { businessMinutesBetween } from "./calendar.ts";
import type { Content } from "./content.ts";
import { wordsDays } from "./conversation/record.ts";
import { withoutCodes } from "./conversation/transcript.ts";
import type { Db } from "./db/open.ts";
import type { DeskSetup } from "./desk/setup.ts";
import { createDashboard } from "./figures/dashboard.ts";
import type { DashboardParts } from "./figures/parts.ts";
import { createPolls, type Polls } from "./figures/polls/polls.ts";
import { loadPolls } from "./figures/polls/setup.ts";
import { reportDocument, sendReports } from "./figures/reports.ts";
import { loadFigures } from "./figures/setup.ts";
import type { Dashboard, Export } from "./figures/types.ts";
import { queueMail } from "./mail/queue.ts";
import type { Metrics } from "./metrics/indicators.ts";
import type { Offices } from "./offices.ts";

export type Board = {
  dashboard: Dashboard;
  polls: Polls;
  /** Queues the reports that are due by e-mail. */
  sendReports: () => Promise<number>;
  /** The document of a report's letter; undefined for any other name. */
  document: (name: string) => Promise<Export | undefined>;
};

type Parts = {
  db: Db;
  now: () => Date;
  content: Content;
  metrics: Metrics;
  desk: Pick<DeskSetup, "hours" | "topics">;
  offices: Pick<Offices, "appointments" | "cases" | "referrals">;
  /** The folder of the knowledge. */
  knowledge: string;
  publicUrl: () => string;
  /** Whether the service sends mail. */
  sendsMail: boolean;
};

/** The dashboard of supervisors and the polls, with what stands behind both. */
export const openDashboard = ({ db, now, content, metrics, desk, offices, knowledge, publicUrl, sendsMail }: Parts): Board => {
  const { appointments, cases, referrals } = offices;
  const parts: DashboardParts = {
    db, now, metrics, texts: content.texts, setup: loadFigures(knowledge), agency: cases.setup.name, wordsDays,
    redact: (text) => withoutCodes(redact(text)),
    stepsOf: (flow) => content.flows.get(flow)?.steps.map(({ id }) => id) ?? [],
    deskTopics: desk.topics.map(({ id }) => id),
    called: (by, row) => (by === "office" ? appointments.office(row) : by === "institution" ? referrals.institutions.find(({ id }) => id === row) : undefined)?.name,
    openMinutes: (from, to) => businessMinutesBetween(from, to, desk.hours),
    staffUrl: () => `${publicUrl()}/staff`,
    ...(sendsMail ? { mail: queueMail } : {}),
  };
  return {
    dashboard: createDashboard(parts),
    polls: createPolls({ db, now, polls: loadPolls(knowledge) }),
    sendReports: () => sendReports(parts),
    document: (name) => reportDocument(parts, name),
  };
};
