import { addDays, dayOf, instantOf } from "../calendar.ts";
import type { Locale } from "../locale.ts";
import { audiences, type Period } from "../metrics/types.ts";
import { alertsNow } from "./alerts.ts";
import { exported } from "./export/export.ts";
import { inWords, number, periodInWords } from "./export/words.ts";
import { look } from "./look.ts";
import type { DashboardParts } from "./parts.ts";
import { periodOf } from "./period.ts";
import type { Export, Plan, Refused, View } from "./types.ts";
import { savedViews } from "./views.ts";

export const planOf = async ({ db }: DashboardParts, staffId: string): Promise<Plan | null> => {
  const found = await db.selectFrom("report_plan").selectAll().where("staff_id", "=", staffId).executeTakeFirst();
  return found ? { every: found.every, locale: found.locale, view: found.view_id, since: found.since } : null;
};

export const setPlan = async ({ db, now, mail }: DashboardParts, staffId: string, plan: Omit<Plan, "since"> | null): Promise<Refused | undefined> => {
  if (plan === null) {
    await db.deleteFrom("report_plan").where("staff_id", "=", staffId).execute();
    return undefined;
  }
  if (!mail) return { refused: "no-mail" };
  const { every, locale, view } = plan;
  if (view !== null && !(await savedViews(db, staffId)).some(({ id }) => id === view)) return { refused: "not-found" };
  const row = { every, locale, view_id: view, since: now() };
  await db.insertInto("report_plan").values({ staff_id: staffId, ...row }).onConflict((conflict) => conflict.column("staff_id").doUpdateSet(row)).execute();
  return undefined;
};

type Planned = { staff: string; name: string; email: string; every: Plan["every"]; locale: Locale; view: string | null; since: Date };

/** Who gets reports: supervisors and administrators, as long as they are. */
const planned = ({ db }: DashboardParts): Promise<Planned[]> =>
  db.selectFrom("report_plan as plan").innerJoin("staff_user as staff", "staff.id", "plan.staff_id")
    .select(["staff.id as staff", "staff.name", "staff.email", "plan.every", "plan.locale", "plan.view_id as view", "plan.since"])
    .where("staff.disabled", "=", false).where("staff.role", "in", ["supervisor", "administrator"]).orderBy("staff.id").execute();

/** Queues the report of the last week or month to each who asked for it, once; gives how many. Any replica may do it. */
export const sendReports = async (parts: DashboardParts): Promise<number> => {
  const { db, now, mail } = parts;
  if (!mail) return 0;
  let queued = 0;
  for (const plan of await planned(parts)) {
    const period = lastEnded(plan.every, now(), parts.setup.reports.at);
    const key = `${prefix}${plan.staff}:${plan.every}:${period.from}`;
    const isNew = instantOf(addDays(period.to, 1), "00:00") > plan.since;
    if (!isNew || (await db.selectFrom("mail").select("id").where("key", "=", key).executeTakeFirst())) continue;
    const letter = await letterOf(parts, plan, period);
    await db.transaction().execute((trx) => mail(trx, { key, to: plan.email, ...letter, attach: key }, now()));
    queued++;
  }
  return queued;
};

const prefix = "figures:";

/** The last week or month that is over, once the hour of its report has come. */
const lastEnded = (every: Plan["every"], now: Date, at: string): Period => {
  const today = dayOf(now);
  const last = periodOf(`last-${every}`, today);
  return instantOf(addDays(last.to, 1), at) <= now ? last : periodOf(`last-${every}`, last.from);
};

const letterOf = async (parts: DashboardParts, plan: Planned, period: Period): Promise<{ subject: string; text: string }> => {
  const { metrics, texts } = parts;
  const { locale, every, name } = plan;
  const say = (key: string, params = {}) => texts.text(`figures.report.${key}`, locale, params);
  const told = await look(parts, await viewOf(parts, plan.staff, plan.view, period), audiences);
  const value = (unit: Parameters<typeof inWords>[2], given: number | null) => inWords(texts, locale, unit, given);
  const lines = told.figures.filter(({ now }) => !now.without).map(({ id, now, before }) => {
    const { name: called, unit } = metrics.indicator(id);
    const said = { name: called[locale], value: value(unit, now.value), before: value(unit, before?.value ?? null) };
    return unit === "count" ? say("line", said) : say("line-of", { ...said, n: number(locale, now.n) });
  });
  const alerts = (await alertsNow(parts)).map((alert) => say("alert", { name: alert.name[locale], advice: alert.advice[locale] }));
  const paragraphs = [
    say("greeting", { name }), say("lead", { period: periodInWords(locale, told.period), against: periodInWords(locale, told.against!) }), lines.join("\n"),
    ...(alerts.length > 0 ? [[say("alerts"), ...alerts].join("\n")] : []), say("attached"), `${say("link", { url: parts.staffUrl() })}\n${say("stop")}`,
  ];
  return { subject: say(`subject.${every}`, { period: periodInWords(locale, told.period) }), text: paragraphs.join("\n\n") };
};

/** The view that was asked for, or the overview, of a week or month that is over. */
const viewOf = async ({ db }: DashboardParts, staffId: string, view: string | null, period: Period): Promise<View> => {
  const saved = view === null ? undefined : (await savedViews(db, staffId)).find(({ id }) => id === view)?.view;
  return { page: saved?.page ?? "overview", slice: saved?.slice ?? {}, against: "previous", period };
};

/** The document that a report's letter names; undefined when it is no such letter's, or nobody's any more. */
export const reportDocument = async (parts: DashboardParts, name: string): Promise<Export | undefined> => {
  const [, staff, every, from] = /^figures:(.+):(week|month):(\d{4}-\d\d-\d\d)$/.exec(name) ?? [];
  if (from === undefined) return undefined;
  const plan = (await planned(parts)).find((one) => one.staff === staff);
  if (!plan) return undefined;
  const period = periodOf(every === "week" ? "last-week" : "last-month", addDays(from, every === "week" ? 7 : 31));
  return exported(parts, await look(parts, await viewOf(parts, plan.staff, plan.view, period), audiences), { format: "pdf", locale: plan.locale });
};
