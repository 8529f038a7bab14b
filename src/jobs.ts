import type { Service } from "./service.ts";

const everySecond = 1000;
/** How soon a document that was ingested is answered from. */
const documentsMs = 5000;
const everyMinute = 60_000;
const everyHour = 3_600_000;
/** An inbound that waits longer has lost its process: any replica takes it up. */
const takeUpAfterMs = 3000;

export type Jobs = {
  /** Something was committed: deliver now rather than at the next second. */
  deliverSoon: () => void;
  /** Somebody with an appointment is to be told something. */
  tellSoon: () => void;
  stop: () => Promise<void>;
};

/** What goes on beside the turns: redelivery, inbounds left behind, silence, retention. */
export const startJobs = (service: Service, deliver: () => Promise<number>): Jobs => {
  const { reception, now } = service;
  // What waits when the process starts, waits for nobody else.
  let patienceMs = 0;
  const takeUp = () => {
    const since = new Date(now().getTime() - patienceMs);
    patienceMs = takeUpAfterMs;
    return reception.takeUp(since);
  };
  const deliverer = oneAtATime(service, "delivery", deliver);
  const retriever = oneAtATime(service, "take-up", takeUp);
  const cleaner = oneAtATime(service, "retention", () => Promise.all([forgetTexts(service), service.desk.forget(), service.appointmentJobs.forget(), service.referralJobs.forget()]));
  const listener = oneAtATime(service, "silence", service.silence);
  const reader = oneAtATime(service, "documents", service.content.answers.refresh);
  const desk = oneAtATime(service, "desk", service.desk.sweep);
  const appointments = oneAtATime(service, "appointments", service.appointmentJobs.tick);
  const openings = oneAtATime(service, "openings", service.appointmentJobs.prepare);
  const referrals = oneAtATime(service, "referrals", service.referralJobs.tick);
  const cases = oneAtATime(service, "cases", service.caseJobs.sweep);
  const notices = oneAtATime(service, "case-notices", service.caseJobs.tell);
  const beats = oneAtATime(service, "heartbeat", service.metricJobs.beat);
  const days = oneAtATime(service, "days", async () => {
    await service.metricJobs.close();
    await service.polls.tell();
  });
  const reports = oneAtATime(service, "reports", service.sendReports);
  const publisher = oneAtATime(service, "open-data", service.openData.publish);
  const posts = oneAtATime(service, "post", () => Promise.all([service.sendMail(), service.caseJobs.webhook()]));
  const timers = [
    setInterval(notices.run, everySecond),
    setInterval(posts.run, everySecond),
    setInterval(cases.run, everyMinute),
    setInterval(beats.run, everyMinute),
    setInterval(days.run, everyHour),
    setInterval(reports.run, everyMinute),
    setInterval(referrals.run, everyMinute),
    setInterval(deliverer.run, everySecond),
    setInterval(retriever.run, everySecond),
    setInterval(listener.run, everyMinute),
    setInterval(desk.run, everyMinute),
    setInterval(appointments.run, everyMinute),
    setInterval(openings.run, everyHour),
    setInterval(reader.run, documentsMs),
    setInterval(cleaner.run, everyHour),
    setInterval(publisher.run, everyHour),
  ];
  for (const job of [deliverer, retriever, listener, desk, appointments, openings, cases, referrals, notices, posts, cleaner, beats, days, reports, publisher]) job.run();
  return {
    deliverSoon: deliverer.run,
    tellSoon: appointments.run,
    stop: async () => {
      timers.forEach(clearInterval);
      await Promise.all([deliverer.idle(), retriever.idle(), listener.idle(), desk.idle(), appointments.idle(), openings.idle(), cases.idle(), referrals.idle(), notices.idle(), posts.idle(), reader.idle(), cleaner.idle(), beats.idle(), days.idle(), reports.idle(), publisher.idle()]);
    },
  };
};

/** Runs a job when asked, never twice at once; asked meanwhile, it runs once more. */
const oneAtATime = ({ log }: Service, name: string, job: () => Promise<unknown>) => {
  let running: Promise<void> | undefined;
  let again = false;
  const run = () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await job().catch((fault: unknown) => {
          log.error({ job: name, fault: fault instanceof Error ? fault.name : typeof fault }, "job failed");
        });
      }
    })().finally(() => { running = undefined; });
  };
  return { run, idle: () => running ?? Promise.resolve() };
};

/** Words go when their retention ends; the turn, and so every figure, stays. */
const forgetTexts = ({ db, now }: Service) => db.db.deleteFrom("turn_text").where("expires_at", "<", now()).execute();
