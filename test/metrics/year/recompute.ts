import { readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Every figure a second time, by plain counting over the CSV files of an export: none of the service's own code and no database.
 */

type Line = Record<string, string>;
type Out = { value: number | null; n: number; rows?: { by: string; value: number | null; n: number }[] };
export type Asked = { from: string; to: string; channel?: string; locale?: string; topic?: string; now: string };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Every indicator's figure by its id. */
export const recompute = (folder: string, asked: Asked): Record<string, Out> => {
  const read = (name: string): Line[] => parse(readFileSync(join(folder, `${name}.csv`), "utf8"));
  const { from, to } = asked;
  const nowMs = Date.parse(asked.now);
  const dayIn = (day: string) => day !== "" && day >= from && day <= to;
  const instantIn = (instant: string) => instant !== "" && dayIn(bogotaDay(instant));
  const wanted = (line: Line) => !(["channel", "locale", "topic"] as const).some((key) => asked[key] !== undefined && line[key] !== asked[key]);

  const turns = read("turn").filter(wanted);
  const everyTurn = read("turn");
  const mine = turns.filter((t) => t["begun_by"] === "citizen" && instantIn(t["at"]!));
  const inPeriod = turns.filter((t) => instantIn(t["at"]!));
  const out: Record<string, Out> = {};

  const count = (lines: Line[], by: (line: Line) => string): Out => {
    const groups = group(lines, by);
    return { value: lines.length, n: lines.length, rows: groups.map(([name, own]) => ({ by: name, value: own.length, n: own.length })) };
  };
  const part = (lines: Line[], by: (line: Line) => string, isPart: (line: Line) => boolean): Out => {
    const figure = (own: Line[]) => ({ value: own.length === 0 ? null : own.filter(isPart).length / own.length, n: own.length });
    return { ...figure(lines), rows: group(lines, by).map(([name, own]) => ({ by: name, ...figure(own) })) };
  };
  const ofAll = (lines: Line[], isPart: (line: Line) => boolean, by: (line: Line) => string): Out => {
    const divided = (n: number) => (lines.length === 0 ? null : n / lines.length);
    const parts = lines.filter(isPart);
    return { value: divided(parts.length), n: lines.length, rows: group(parts, by).map(([name, own]) => ({ by: name, value: divided(own.length), n: lines.length })) };
  };
  const rank = (lines: Line[], of: (line: Line) => number, share: number, by?: (line: Line) => string): Out => {
    const figure = (own: Line[]) => ({ value: at(own.map(of), share), n: own.length });
    return { ...figure(lines), ...(by ? { rows: group(lines, by).map(([name, own]) => ({ by: name, ...figure(own) })) } : {}) };
  };

  const channel = (line: Line) => line["channel"]!;
  const kind = (line: Line) => line["kind"]!;
  const outcome = (line: Line) => line["outcome"]!;
  const topic = (line: Line) => line["topic"]!;
  const flow = (line: Line) => line["flow"]!;
  const person = (line: Line) => /^handed-off-(requested|misses|flow)$/.test(outcome(line));

  const talks = [...new Map(mine.map((t) => [t["conversation"]!, t])).values()];
  out["conversations"] = count(talks, channel);
  out["turns"] = count(mine, channel);
  out["turns-by-language"] = count(mine, (t) => t["locale"]!);
  out["turns-by-hour"] = count(mine, (t) => new Date(Date.parse(t["at"]!) - 5 * hourMs).toISOString().slice(11, 13));
  out["topics"] = count(mine.filter((t) => topic(t) !== ""), topic);
  out["people"] = (() => {
    const days = group(read("people").filter((p) => wanted(p) && dayIn(p["day"]!)), (p) => p["day"]!)
      .map(([by, own]) => { const n = own.reduce((sum, p) => sum + Number(p["people"]), 0); return { by, value: n, n }; });
    const n = days.reduce((sum, d) => sum + d.n, 0);
    return { value: n, n, rows: days };
  })();
  out["satisfaction"] = (() => {
    const ratings = read("rating").filter((r) => wanted(r) && instantIn(r["at"]!));
    const points = ratings.reduce((sum, r) => sum + Number(r["score"]), 0);
    return { ...count(ratings, (r) => r["score"]!), value: ratings.length === 0 ? null : points / ratings.length };
  })();

  const isAnswered = (t: Line) => ["answered", "answered-disambiguated", "repaired-digression"].includes(outcome(t));
  const isQuestion = (t: Line) => isAnswered(t) || /^(unanswered|refused)-/.test(outcome(t));
  const questions = mine.filter(isQuestion);
  out["answered"] = ofAll(questions, isAnswered, outcome);
  out["unanswered"] = ofAll(questions, (t) => outcome(t).startsWith("unanswered"), outcome);
  out["refused"] = ofAll(questions, (t) => outcome(t).startsWith("refused"), outcome);
  out["language-gap"] = (() => {
    const figure = (locale: string) => { const own = questions.filter((t) => t["locale"] === locale); return { by: locale, value: own.length === 0 ? null : own.filter(isAnswered).length / own.length, n: own.length }; };
    const [en, es] = [figure("en"), figure("es")];
    return { value: es.value === null || en.value === null ? null : 100 * (es.value - en.value), n: es.n + en.n, rows: [en, es] };
  })();

  const byTalk = group(mine, (t) => t["conversation"]!).map(([, own]) => own.toSorted((a, b) => Date.parse(a["at"]!) - Date.parse(b["at"]!) || Number(a["id"]) - Number(b["id"])));
  out["handed-off"] = ofAll(byTalk.map((own) => own.find(person) ?? own[0]!), person, outcome);
  const asks = (t: Line) => isQuestion(t) || person(t) || (t["began_flow"] === "true" && flow(t) !== "welcome");
  out["containment"] = part(byTalk.filter((own) => own.some(asks)).map((own) => ({ channel: channel(own[0]!), held: String(!own.some(person)) })), channel, (c) => c["held"] === "true");

  out["durable-resolution"] = (() => {
    const before = new Map(group(everyTurn.filter((t) => t["begun_by"] === "citizen"), (t) => t["conversation"]!));
    const done = turns.filter((t) => t["begun_by"] === "citizen" && topic(t) !== "" && dayIn(shift(bogotaDay(t["at"]!), 7))
      && (isAnswered(t) || (outcome(t) === "flow-completed" && flow(t) !== "welcome")));
    const pairs = [...new Map(done.map((t) => [`${t["conversation"]} ${topic(t)} ${bogotaDay(t["at"]!)}`, t])).values()];
    const lasted = (t: Line) => {
      const day = bogotaDay(t["at"]!);
      return !before.get(t["conversation"]!)!.some((later) => {
        const on = bogotaDay(later["at"]!);
        return on <= shift(day, 7) && ((topic(later) === topic(t) && on > day) || (person(later) && on >= day));
      });
    };
    return part(pairs, topic, lasted);
  })();

  const flows = inPeriod.filter((t) => flow(t) !== "" && flow(t) !== "welcome");
  out["flow-starts"] = count(flows.filter((t) => t["began_flow"] === "true"), flow);
  out["flow-completions"] = count(flows.filter((t) => outcome(t) === "flow-completed"), flow);
  out["flow-completion"] = part(flows.filter((t) => /^(flow-completed|flow-abandoned|repaired-cancel|handed-off-flow)$/.test(outcome(t))), flow, (t) => outcome(t) === "flow-completed");
  out["flow-drop-offs"] = count(flows.filter((t) => /^(flow-abandoned|repaired-cancel)$/.test(outcome(t))), (t) => `${flow(t)} ${t["step"] || "-"}`);

  const handoffs = read("handoff").filter(wanted);
  const waited = handoffs.filter((h) => h["first_reply_minutes"] !== "" && instantIn(h["first_reply_at"]!));
  out["handoffs"] = count(handoffs.filter((h) => instantIn(h["asked_at"]!)), (h) => h["reason"]!);
  out["first-reply-median"] = rank(waited, (h) => Number(h["first_reply_minutes"]), 0.5, topic);
  out["first-reply-p90"] = rank(waited, (h) => Number(h["first_reply_minutes"]), 0.9, topic);
  const over = handoffs.filter((h) => instantIn(h["due_at"]!) && Date.parse(h["due_at"]!) < nowMs
    && !(h["first_reply_at"] === "" && h["closed_at"] !== "" && Date.parse(h["closed_at"]!) <= Date.parse(h["due_at"]!)));
  out["replied-in-time"] = part(over, topic, (h) => h["first_reply_at"] !== "" && Date.parse(h["first_reply_at"]!) <= Date.parse(h["due_at"]!));

  const cases = read("case").filter(wanted);
  const filed = cases.filter((c) => instantIn(c["filed_at"]!));
  const closedBy = (c: Line) => c["closed_at"] !== "" && bogotaDay(c["closed_at"]!) <= to;
  out["cases-filed"] = count(filed, kind);
  out["cases-state"] = count(filed, (c) => (closedBy(c) ? c["state"]! : "open"));
  const open = cases.filter((c) => bogotaDay(c["filed_at"]!) <= to && !closedBy(c));
  const age = (c: Line) => Math.round((Date.parse(to) - Date.parse(bogotaDay(c["filed_at"]!))) / dayMs);
  const bands: [number, string][] = [[5, "00-05"], [15, "06-15"], [30, "16-30"], [60, "31-60"], [Infinity, "61-"]];
  out["cases-open"] = count(open, (c) => bands.find(([most]) => age(c) <= most)![1]);
  out["cases-open-age"] = rank(open, age, 0.5);
  const came = cases.filter((c) => dayIn(c["due_on"]!) && (c["state"] === "answered" || (c["closed_at"] === "" && c["due_on"]! < bogotaDay(asked.now))));
  out["cases-on-time"] = part(came, kind, (c) => c["answered_at"] !== "" && bogotaDay(c["answered_at"]!) <= c["due_on"]!);
  const byCase = new Map(cases.map((c) => [c["case"]!, c]));
  const extended = new Set(read("case_event").filter((e) => e["did"] === "extended" && instantIn(e["at"]!)).map((e) => e["case"]!));
  out["cases-extended"] = count([...extended].map((id) => byCase.get(id)).filter((c) => c !== undefined), kind);
  out["cases-transferred"] = count(cases.filter((c) => dayIn(c["transferred_on"]!)), (c) => (c["transfer_late"] === "true" ? "late" : "in-time"));
  const answered = cases.filter((c) => c["answer_days"] !== "" && instantIn(c["answered_at"]!));
  out["days-to-answer-median"] = rank(answered, (c) => Number(c["answer_days"]), 0.5, kind);
  out["days-to-answer-p90"] = rank(answered, (c) => Number(c["answer_days"]), 0.9, kind);

  const openings = new Map(read("opening").map((o) => [o["id"]!, o]));
  const office = (line: Line) => openings.get(line["opening_id"]!)!["office"]!;
  const onDay = (line: Line) => dayIn(openings.get(line["opening_id"]!)!["day"]!);
  out["appointments-offered"] = count(read("seat").filter((s) => onDay(s) && s["blocked"] === "false" && Number(s["number"]) <= Number(openings.get(s["opening_id"]!)!["capacity"])), office);
  const allBookings = read("booking").filter(wanted);
  const bookings = allBookings.filter((b) => onDay(b) && b["walk_in"] === "false");
  const marked = bookings.filter((b) => ["attended", "no-show"].includes(b["state"]!));
  out["appointments-taken"] = count(bookings.filter((b) => b["state"] !== "cancelled"), office);
  out["appointments-kept"] = part(marked, office, (b) => b["state"] === "attended");
  out["appointments-missed"] = part(marked, office, (b) => b["state"] === "no-show");
  out["appointments-unmarked"] = part(bookings.filter((b) => ["attended", "no-show", "unmarked"].includes(b["state"]!)), office, (b) => b["state"] === "unmarked");
  out["appointments-cancelled"] = count(allBookings.filter((b) => instantIn(b["cancelled_at"]!)), (b) => b["cancelled_by"]!);
  const notes = read("next_opening").filter((o) => dayIn(o["day"]!));
  const counter = (o: Line) => `${o["office"]} ${o["counter"]}`;
  out["days-to-opening"] = rank(notes.filter((o) => o["days"] !== ""), (o) => Number(o["days"]), 0.5, counter);
  out["no-opening"] = part(notes, counter, (o) => o["days"] === "");

  out["danger-signs"] = count(mine.filter((t) => outcome(t).startsWith("danger-")), (t) => outcome(t).slice("danger-".length));
  const referrals = read("referral").filter(wanted);
  out["referrals"] = count(referrals.filter((r) => instantIn(r["sent_at"]!)), (r) => r["institution"]!);
  out["referral-outcome"] = part(referrals.filter((r) => instantIn(r["outcome_at"]!)), (r) => r["institution"]!, (r) => ["helped", "partly"].includes(outcome(r)));

  const last = read("evaluation").filter((e) => bogotaDay(e["at"]!) <= to).toSorted((a, b) => Date.parse(a["at"]!) - Date.parse(b["at"]!)).at(-1);
  out["evaluation"] = (() => {
    if (!last) return { value: null, n: 0, rows: [] };
    const verdicts = ["asked", "full", "partial", "silent", "wrong"];
    const n = verdicts.reduce((sum, verdict) => sum + Number(last[verdict]), 0);
    return { value: Number(last["full"]) / n, n, rows: verdicts.map((by) => ({ by, value: Number(last[by]) / n, n })) };
  })();
  out["availability"] = (() => {
    const hours = read("heartbeat");
    const first = Math.min(nowMs, ...hours.map((h) => Date.parse(h["hour"]!)));
    const ends = Math.min(nowMs, Date.parse(to) + dayMs + 5 * hourMs);
    const n = Math.max(0, Math.floor((ends - Math.max(first, Date.parse(from) + 5 * hourMs)) / 60_000));
    const served = hours.filter((h) => instantIn(h["hour"]!)).reduce((sum, h) => sum + Number(h["minutes"]), 0);
    return { value: n === 0 ? null : served / n, n };
  })();
  out["failed"] = part(mine, channel, (t) => outcome(t) === "failed");
  out["reply-time-p95"] = rank(mine, (t) => Number(t["ms"]), 0.95, channel);
  return out;
};

/** The clock of Bogotá is five hours behind UTC all year. */
const bogotaDay = (instant: string): string => new Date(Date.parse(instant) - 5 * hourMs).toISOString().slice(0, 10);

const shift = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

const at = (values: number[], share: number): number | null => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? null;

const group = (lines: Line[], by: (line: Line) => string): [string, Line[]][] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = by(line);
    const own = groups.get(name);
    if (own) own.push(line);
    else groups.set(name, [line]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

/** The export quotes what has a comma or a quote in it. */
const parse = (text: string): Line[] => {
  const [heading, ...lines] = text.split("\r\n").filter((line) => line !== "");
  const names = heading!.split(",");
  return lines.map((line) => {
    const cells = line.includes('"') ? [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!) : line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
  });
};
