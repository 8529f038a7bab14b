import type { FollowedCase } from "../cases/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import type { ActionResult, Choice, Utterance } from "../flow/types.ts";
import { filesOf } from "./evidence.ts";
import type { Row } from "./row.ts";
import { filedSays, type CaseActionParts } from "./file-case.ts";


const deeds = ["computation", "add", "more-time", "rate", "complain", "withdraw", "done"] as const;
type Deed = (typeof deeds)[number];

const sayings = [
  "shown", "due", "late", "no-term", "asked", "extended", "transferred", "answered", "files", "added", "withdrawn", "rated", "not-now", "more-time", "unknown", "too-many",
];

/** What whoever follows a case may `call`. */
export const followCaseActions = {
  "cases.find": { needs: ["radicado", "code"], sets: ["case", "code"], words: ["found"], run: find, texts: sayings.map((name) => `follow-case.said.${name}`) },
  "cases.show": { needs: ["case"], sets: ["ways"], run: show, texts: deeds.map((deed) => `follow-case.do.${deed}`) },
  "cases.computation": { needs: ["case"], run: computation },
  "cases.add": { needs: ["case", "news", "papers"], run: add },
  "cases.withdraw": { needs: ["case", "reason"], run: withdraw },
  "cases.rate": { needs: ["case", "useful"], run: rate },
  "cases.more-time": { needs: ["case"], run: moreTime },
  "cases.complain": { needs: ["case", "complaint"], texts: ["file-case.filed", "file-case.filed-plain", "file-case.due", "file-case.no-term", "file-case.pdf"], run: complain },
} satisfies Record<string, Row<CaseActionParts>>;

const says = (name: string, params?: Extract<Utterance, { key: string }>["params"]): Utterance => ({ key: `follow-case.said.${name}`, ...(params ? { params } : {}) });

/** Stands where the code stood. */
const masked = "XXXX-XXXX-XXXX";

/** No such case and a wrong code are told in the same words. The code is not kept. */
async function find({ cases }: CaseActionParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const found = await cases.find(trx, { radicado: String(slots["radicado"]), code: String(slots["code"]), from: conversationId }, now);
  return found.status === "found" ? { to: "found", slots: { case: found.case.id, code: masked } } : { slots: { code: masked }, says: [says(found.status)] };
}

async function show({ cases, publicUrl }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const found = await cases.look(trx, String(slots["case"]), now);
  if (!found) throw new Error("cases.show: the case that was found is not there any more");
  const ways = waysOf(found).map((value): Choice => ({ value, title: { key: `follow-case.do.${value}` } }));
  return { slots: { ways }, says: shown(found, publicUrl()) };
}

const waysOf = ({ may, dueOn }: FollowedCase): Deed[] => [
  ...(dueOn === null ? [] : ["computation" as const]),
  ...(may.add ? ["add" as const] : []),
  ...(may.askMoreTime ? ["more-time" as const] : []),
  ...(may.rate ? ["rate" as const] : []),
  ...(may.complain ? ["complain" as const] : []),
  ...(may.withdraw ? ["withdraw" as const] : []),
  "done",
];

/** State, who has it, what is next, by when; what was asked; the answer. */
const shown = (found: FollowedCase, publicUrl: string): Utterance[] => {
  const { radicado, kind, state, unit, next, dueOn, daysLeft, asked, extended, transferred, answer } = found;
  return [
    says("shown", {
      radicado, kind: { key: `case.kind.${kind}` }, state: { key: `case.state.${state}` }, unit: { both: unit }, next: { key: next },
      filed: { date: found.filedAt.toISOString() },
    }),
    ...(dueOn === null ? [says("no-term")] : daysLeft === null ? [] : [says(daysLeft < 0 ? "late" : "due", { due: { date: dueOn }, count: Math.abs(daysLeft) })]),
    ...(asked ? [says("asked", { what: asked.what, until: { date: asked.until } })] : []),
    ...(extended ? [says("extended", { reason: extended.reason, until: { date: extended.until } })] : []),
    ...(transferred ? [says("transferred", { to: transferred.to, on: { date: transferred.on } })] : []),
    ...(answer ? [says("answered", { date: { date: answer.at.toISOString() }, text: answer.text })] : []),
    ...(answer && answer.files.length > 0 ? [says("files", { count: answer.files.length, page: `${publicUrl}/casos` })] : []),
  ];
};

async function computation({ cases }: CaseActionParts, { trx, slots }: ActionTurn): Promise<ActionResult> {
  return { says: await cases.said.computation(trx, String(slots["case"])) };
}

async function add({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const files = await filesOf(trx, slots["papers"], cases.scans);
  const done = await cases.citizen.add(trx, String(slots["case"]), { text: String(slots["news"]), files }, now);
  return { says: [says("done" in done ? "added" : "not-now")] };
}

async function withdraw({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const reason = slots["reason"] ? String(slots["reason"]) : undefined;
  const done = await cases.citizen.withdraw(trx, String(slots["case"]), reason, now);
  return { says: [says("done" in done ? "withdrawn" : "not-now")] };
}

async function rate({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const done = await cases.citizen.rate(trx, String(slots["case"]), slots["useful"] === "yes", now);
  return { says: [says("done" in done ? "rated" : "not-now")] };
}

/** CPACA, artículo 17: up to as much time again, asked for before the month ends. */
async function moreTime({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const given = await cases.citizen.askMoreTime(trx, String(slots["case"]), now);
  return { says: ["until" in given ? says("more-time", { until: { date: given.until } }) : says("not-now")] };
}

/** A claim about the answer, filed as a case of its own that is linked to the first; who it is from stands there. */
async function complain({ cases, publicUrl }: CaseActionParts, turn: ActionTurn): Promise<ActionResult> {
  const { trx, slots, now, channel, turnId, conversationId, locale } = turn;
  const filed = await cases.file(trx, {
    key: `${channel}:${turnId}`, channel, conversationId, locale, kind: "claim", identity: { is: "anonymous" },
    story: String(slots["complaint"]), about: String(slots["case"]), consents: [], files: [],
  }, now);
  return { says: filedSays(filed, publicUrl()) };
}
