import { randomBytes } from "node:crypto";
import { likenessOf } from "./answers/alike.ts";
import { createAppointments, type Appointments } from "./appointments/appointments.ts";
import { calendarLinks, type CalendarLinks } from "./appointments/calendar-links.ts";
import { createAppointmentJobs, type AppointmentJobs } from "./appointments/jobs.ts";
import { loadOffices, officesOf, type OfficeData } from "./appointments/offices.ts";
import { createOfficeWork, type OfficeWork } from "./appointments/office-work.ts";
import { loadInstitutions } from "./care/institutions.ts";
import { createReferralJobs, type ReferralJobs } from "./care/referrals/jobs.ts";
import { referralLinks } from "./care/referrals/links.ts";
import { createReferrals, type Referrals } from "./care/referrals/referrals.ts";
import { loadReferralRules } from "./care/referrals/setup.ts";
import { createCases, type Cases } from "./cases/cases.ts";
import { createCaseJobs, type CaseJobs } from "./cases/jobs.ts";
import { scanWith } from "./cases/scan.ts";
import { loadCases } from "./cases/setup.ts";
import type { Config } from "./config.ts";
import type { Content } from "./content.ts";
import type { ByPerson } from "./conversation/by-person.ts";
import { readable } from "./conversation/files.ts";
import type { OpenDb } from "./db/open.ts";
import { settingOnce } from "./db/setting.ts";
import type { Log } from "./log.ts";
import { queueMail } from "./mail/queue.ts";
import { createMailer } from "./mail/send.ts";
import type { Replicas } from "./replicas/replicas.ts";

/** Cases and appointments: what citizens and the staff do with them, and what time does. */
export type Offices = {
  appointments: Appointments;
  officeWork: OfficeWork;
  cases: Cases;
  referrals: Referrals;
  /** Where a citizen finds the page of bookings, and a booking's calendar file. */
  links: CalendarLinks;
  /** Sends letters that wait; nothing where no mail is configured. */
  sendMail: () => Promise<number>;
  /** What time does in them, telling citizens in their conversations. */
  jobs: (byPerson: ByPerson) => { appointmentJobs: AppointmentJobs; caseJobs: CaseJobs; referralJobs: ReferralJobs };
  close: () => void;
};

export type OfficeParts = {
  config: Config;
  content: Content;
  db: OpenDb["db"];
  now: () => Date;
  log: Log;
  allow: Replicas["allow"];
  /** Where citizens reach this service. */
  publicUrl: () => string;
  /** The folder of the knowledge. */
  knowledge: string;
  /** Documents of letters that are no case's; undefined for a name that is none of theirs. */
  document: (name: string) => ReturnType<Cases["document"]>;
  /** The offices with appointments, and their rules, where they are not those of the knowledge. */
  offices?: OfficeData | undefined;
};

/** Opens the offices that are reached by flows; the keys under which they hide what people hold are made once. */
export const openOffices = async (parts: OfficeParts): Promise<Offices> => {
  const { config, content, db, now, log, allow, publicUrl, knowledge } = parts;
  const key = await settingOnce(db, "appointments-key", randomKey);
  const data = parts.offices ?? loadOffices(config.officesFile ?? officesOf(knowledge));
  const mail = config.mail ? { mail: queueMail } : {};
  const caseParts = {
    db, now, setup: loadCases(knowledge), secret: await settingOnce(db, "cases-key", randomKey),
    texts: content.texts, webhook: config.caseWebhook !== undefined, readable, allow, likeness: likenessOf,
    ...mail, ...(config.scanCommand ? { scan: scanWith(config.scanCommand) } : {}),
  };
  const cases = createCases(caseParts);
  const referralParts = {
    db, now, texts: content.texts, institutions: loadInstitutions(knowledge), rules: loadReferralRules(knowledge), ...mail,
    links: referralLinks({ key: await settingOnce(db, "referrals-key", randomKey), publicUrl }),
  };
  const mailer = config.mail && createMailer({ ...config.mail, db, now, log, document: async (name) => (await parts.document(name)) ?? cases.document(name) });
  return {
    appointments: createAppointments({ ...data, key, allow }),
    officeWork: createOfficeWork({ ...data, key, db, now }),
    cases,
    referrals: createReferrals(referralParts),
    links: calendarLinks({ key, publicUrl }),
    sendMail: mailer?.send ?? (() => Promise.resolve(0)),
    jobs: (byPerson) => ({
      appointmentJobs: createAppointmentJobs({
        ...data, db, now, byPerson, text: content.texts.text, serviceName: (id) => content.answers.service(id)?.appointment ?? content.answers.service(id)?.name, ...mail,
      }),
      caseJobs: createCaseJobs({ ...caseParts, byPerson, log }, config.caseWebhook),
      referralJobs: createReferralJobs({ ...referralParts, byPerson }),
    }),
    close: () => { mailer?.close(); },
  };
};

const randomKey = () => randomBytes(32).toString("base64url");
