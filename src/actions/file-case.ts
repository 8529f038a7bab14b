import type { Cases } from "../cases/cases.ts";
import { caseKinds, type CaseKind, type Consent, type Filed, type Filing, type Identity, type Person } from "../cases/types.ts";
import type { Answers } from "../answers/answer.ts";
import type { ActionTurn } from "../conversation/response.ts";
import type { ActionResult, Choice, Json, Param, Slots, Utterance } from "../flow/types.ts";
import type { Stories } from "../stories.ts";
import { filesOf } from "./evidence.ts";
import { aside, asideTexts } from "./case/aside.ts";
import { askIn } from "./case/ask.ts";
import { personIn } from "./case/facts.ts";
import { whenIn } from "./case/when.ts";
import { whereIn } from "./case/where.ts";
import { linesOf, reviewTexts } from "./case/summary.ts";
import { extend, join, told } from "./case/told.ts";
import { options, type Row } from "./row.ts";

export type CaseActionParts = {
  answers: Answers;
  stories: Stories;
  cases: Pick<Cases, "setup" | "file" | "preview" | "consent" | "find" | "look" | "citizen" | "said" | "mails" | "scans">;
  /** Where citizens reach this service. */
  publicUrl: () => string;
};

const person = ["name", "document", "email", "phone", "address"];
const answered = ["data", "best", "kind", "asked", "wish", "happened", "place", "evidence", "identity", ...person, "contact", "attention", "need"];

/**
 * What the intake of a case may `call`. What reads the story does not name it among its needs: a story that is corrected
 * or made longer keeps the kind that was agreed, which can be changed by itself.
 */
export const fileCaseActions = {
  "cases.refused": { needs: ["data"], run: refused },
  "cases.agree": { sets: ["data"], run: () => ({ answers: { data: "accept" } }) },
  "cases.told": { sets: ["told", "shown", "opening"], words: ["nothing"], run: told },
  "cases.join": { needs: ["told", "more"], sets: ["story"], run: join },
  "cases.extend": { needs: ["addition"], sets: ["story"], run: extend },
  "cases.answer": { words: ["none"], run: answerFirst },
  "cases.propose": {
    sets: ["best", "guess", "meaning", "near", "likely"], run: propose,
    texts: ["file-case.near", ...caseKinds.map((kind) => `file-case.agree.${kind}`), ...caseKinds.map((kind) => `file-case.meaning.${kind}`)],
  },
  "cases.authority": { sets: ["authority", "website"], words: ["own"], run: authority },
  "cases.asks": { needs: ["best", "kind"], sets: ["asked", "proposal", "wish", "happened", "place", "evidence", ...person], run: asks, texts: ["file-case.understood"] },
  "cases.reach": { needs: ["email", "phone"], sets: ["address"], words: ["reached"], run: reach },
  "cases.review": { needs: answered, sets: ["what", "lines", "missing", "term"], run: review, texts: reviewTexts },
  "cases.file": {
    needs: ["story", ...answered, "insist", "authority"],
    sets: ["case", "radicado", "next"], texts: ["file-case.after.computation", "file-case.after.follow", "file-case.after.done", "file-case.filed", "file-case.filed-plain", "file-case.no-term", "file-case.due", "file-case.pdf", "file-case.mailed"], run: file,
  },
  "cases.aside": { texts: asideTexts, run: aside },
} satisfies Record<string, Row<CaseActionParts>>;

/** Ley 1581 de 2012, arts. 9 y 12; Decreto 1377 de 2013, arts. 7 y 8: consent comes first, and its proof names the text. */
const consentText = "2026-11-23";

/** A question is short, and its answer sure: else it is a story. */
const mostAskedWords = 40;
const leastSure = 0.5;
/** The kinds that people take for one another: one of them is explained beside the likeliest. */
const neighbours: Record<CaseKind, CaseKind[]> = {
  "petition-general": ["petition-information", "claim"], "petition-information": ["petition-copies", "petition-general", "petition-consultation"],
  "petition-copies": ["petition-information", "petition-general"], "petition-consultation": ["petition-information", "petition-general"],
  complaint: ["claim", "report"], claim: ["complaint", "petition-general"], suggestion: ["petition-general", "claim"], report: ["complaint"], compliment: ["suggestion"],
};

async function refused({ cases }: CaseActionParts, { trx, conversationId, channel, now }: ActionTurn): Promise<ActionResult> {
  await cases.consent(trx, { conversationId, channel, consents: [{ purpose: "process", version: consentText, granted: false, at: now }] });
  return {};
}

/** A question that published content answers is no case yet: its answer first. */
function answerFirst({ answers, stories }: CaseActionParts, { slots, locale, now }: ActionTurn): ActionResult {
  if (slots["told"] !== undefined || slots["best"] !== undefined) return { to: "none" };
  const story = String(slots["story"]);
  const { asks, kinds } = stories.read(story);
  const isAsking = asks || kinds[0]?.kind === "petition-information";
  const answer = isAsking && story.split(/\s+/).length <= mostAskedWords ? answers.answer(story, { locale, now }) : undefined;
  if (!answer || answer.score < leastSure) return { to: "none" };
  const pairs = answer.kind === "found" ? answer.passages.slice(0, 1).map(({ pair }) => pair)
    : answer.kind === "lookalike" ? answer.services.map((id) => `service:${id}#${answer.aspect ?? "summary"}`).filter((pair) => answers.passage(pair, locale)).slice(0, 2) : [];
  return pairs.length > 0 ? { says: pairs.map((content): Utterance => ({ content })) } : { to: "none" };
}

/** The kind that the story sounds like, the next one beside it, and all the others. */
function propose({ stories }: CaseActionParts, { slots }: ActionTurn): ActionResult {
  const story = [slots["opening"], slots["story"]].filter((one) => typeof one === "string").join("\n");
  const { kinds } = stories.read(story);
  const agreed = slots["kind"] === undefined ? undefined : kindOf(slots);
  const guessed = kinds.map(({ kind }) => kind);
  const [best, ...others] = agreed ? [agreed, ...guessed.filter((kind) => kind !== agreed)] : guessed;
  const nearest = others.find((kind) => neighbours[best!].includes(kind))!;
  const near: Param = { key: "file-case.near", params: { kind: { key: `case.kind.${nearest}` }, meaning: { key: `file-case.meaning.${nearest}` } } };
  const likely = [{ value: "yes", title: { key: `file-case.agree.${best!}` } }, ...[nearest, ...others.filter((kind) => kind !== nearest)].map(asChoice)];
  return { answers: { best: best! }, slots: {
    guess: { key: `case.kind.${best!}` }, meaning: { key: `file-case.meaning.${best!}` },
    near: near as Json, likely: options(likely),
  } };
}

/** CPACA, artículo 21: who turns to the wrong authority is told at once; who insists is filed all the same (Decreto 1166 de 2016). */
function authority({ stories }: CaseActionParts, { slots }: ActionTurn): ActionResult {
  const found = stories.authority(String(slots["story"]));
  return found ? { slots: { authority: { both: found.name }, website: found.url } } : { to: "own" };
}

/** What the story says already is not asked, nor what makes no sense for its kind. An answer that was given stands. */
function asks(_parts: CaseActionParts, { slots, locale, now }: ActionTurn): ActionResult {
  const kind = kindOf(slots);
  const story = String(slots["story"]);
  const asked = asksNothing(kind) ? undefined : askIn(story);
  const known: Record<string, Json | undefined> = {
    wish: asksNothing(kind) ? null : kind.startsWith("petition-") ? asked : undefined,
    happened: kind === "petition-consultation" ? null : whenIn(story, locale, now) ?? (happens(kind) ? undefined : null),
    place: kind === "petition-consultation" ? null : whereIn(story) ?? (happens(kind) ? undefined : null),
    evidence: asksNothing(kind) || kind === "petition-consultation" ? null : undefined,
    ...personIn(story, locale, now),
  };
  const answers = Object.fromEntries(Object.entries(known).flatMap(([slot, value]) => (value === undefined || slots[slot] !== undefined ? [] : [[slot, value]])));
  const proposal: Param = asked === undefined ? { both: { es: "", en: "" } } : { key: "file-case.understood", params: { asked } };
  return { slots: { asked: asked ?? "", proposal: proposal as Json }, answers };
}

/** Who thanks or has an idea asks for nothing else. */
const asksNothing = (kind: CaseKind): boolean => kind === "compliment" || kind === "suggestion";

/** Whether it is about something that happened somewhere. */
const happens = (kind: CaseKind): boolean => kind === "complaint" || kind === "claim" || kind === "report" || kind === "compliment";

/** Where an answer can be sent to one place, no other is asked for. */
function reach(_parts: CaseActionParts, { slots }: ActionTurn): ActionResult {
  return slots["email"] || slots["phone"] ? { to: "reached", answers: { address: null } } : {};
}

/** What will be filed, what the law would also have, and by when it will be answered. */
async function review({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const { dueOn, termDays } = await cases.preview(trx, kindOf(slots), now);
  const term: Param = dueOn === null ? { key: "file-case.term.none" } : { key: "file-case.term.days", params: { count: termDays!, due: { date: dueOn } } };
  return { slots: {
    what: { key: `case.kind.${kindOf(slots)}` }, lines: linesOf(slots, identityOf(slots)) as Json,
    missing: { key: `file-case.missing.${lackOf(slots)}` }, term: term as Json,
  } };
}

async function file({ cases, publicUrl }: CaseActionParts, turn: ActionTurn): Promise<ActionResult> {
  const { trx, slots, now } = turn;
  const filing = await filingOf(turn, cases.scans);
  const filed = await cases.file(trx, filing, now);
  const isMailed = cases.mails && filing.identity.is !== "anonymous" && Boolean(filing.identity.person.email) && slots["contact"] === "accept";
  return {
    slots: { case: filed.id, radicado: filed.radicado, next: options([...(filed.dueOn === null ? [] : ["computation"]), "follow", "done"].map((value) => ({ value, title: { key: `file-case.after.${value}` } }))) },
    says: [
      ...(await cases.said.receipt(trx, filed.id)), ...filedSays(filed, publicUrl()),
      ...(isMailed ? [{ key: "file-case.mailed" }] : []),
    ],
  };
}

/** The number, the code that is shown once, both dates, by when it is answered, and where the receipt is. */
export const filedSays = (filed: Filed, publicUrl: string): Utterance[] => [
  { key: filed.dueOn === null ? "file-case.filed-plain" : "file-case.filed", params: {
    radicado: filed.radicado, code: filed.code ?? "", filed: { date: filed.filedAt.toISOString() }, time: clock(filed.filedAt), counted: { date: filed.radicadoOn },
  } },
  filed.dueOn === null ? { key: "file-case.no-term" } : { key: "file-case.due", params: { due: { date: filed.dueOn }, days: filed.termDays! } },
  { key: "file-case.pdf", params: { url: `${publicUrl}${filed.receipt}`, page: `${publicUrl}/casos` } },
];

const filingOf = async ({ trx, slots, conversationId, turnId, channel, locale, now }: ActionTurn, scanned: boolean): Promise<Filing> => {
  const lacking = lackOf(slots);
  const said = (slot: string) => (slots[slot] ? String(slots[slot]) : undefined);
  return {
    key: `${channel}:${turnId}`, channel, conversationId, locale, kind: kindOf(slots), identity: identityOf(slots), story: String(slots["story"]),
    receivedAt: await recordedAt({ trx, conversationId, turnId, now }),
    ...given({ asks: said("wish") ?? said("asked"), happened: said("happened"), place: said("place"), differential: slots["attention"] === "yes" ? said("need") : undefined }),
    ...(lacking === "none" ? {} : { missing: lacking === "both" ? ["document" as const, "address" as const] : [lacking] }),
    ...(slots["insist"] === "file" ? { insisted: nameIn(slots["authority"]) } : {}),
    consents: consentsOf(slots, now),
    files: await filesOf(trx, slots["evidence"], scanned),
  };
};

/** CPACA, artículo 15 parágrafo 1: the instant is the one that the medium recorded, even if the turn came later. */
const recordedAt = async ({ trx, conversationId, turnId, now }: Pick<ActionTurn, "trx" | "conversationId" | "turnId" | "now">): Promise<Date> => {
  const message = await trx.selectFrom("message").select("created_at")
    .where("conversation_id", "=", conversationId).where("turn_id", "=", turnId).where("direction", "=", "in").executeTakeFirst();
  return message?.created_at ?? now;
};

const kindOf = (slots: Slots): CaseKind => {
  const meant = slots["kind"] === "yes" ? slots["best"] : slots["kind"];
  return caseKinds.find((kind) => kind === meant) ?? "petition-general";
};

/** Without consent nobody is named, whatever was said before. */
const identityOf = (slots: Slots): Identity => {
  const is = slots["identity"];
  if (slots["data"] !== "accept" || (is !== "named" && is !== "reserved")) return { is: "anonymous" };
  const reach = slots["contact"] === "accept" ? given({ email: text(slots["email"]), phone: text(slots["phone"]), address: text(slots["address"]) }) : {};
  const [type, number] = text(slots["document"])?.split(" ") ?? [];
  const person: Person = { name: String(slots["name"]), ...(type && number ? { document: { type, number } } : {}), ...reach };
  return { is, person };
};

const consentsOf = (slots: Slots, at: Date): Consent[] => {
  const asked: [purpose: string, said: Json | undefined, yes: string][] = [["process", slots["data"], "accept"], ["contact", slots["contact"], "accept"], ["sensitive", slots["attention"], "yes"]];
  return asked.flatMap(([purpose, answer, yes]) => (answer === undefined ? [] : [{ purpose, version: consentText, granted: answer === yes, at }]));
};

/**
 * CPACA, artículo 16: what a petition holds by law. Lacking it is told, and never a reason not to file (art. 15 par. 2).
 * What is asked for stands in the story; who left a telephone can be answered.
 */
const lackOf = (slots: Slots): "none" | "document" | "address" | "both" => {
  const identity = identityOf(slots);
  if (!kindOf(slots).startsWith("petition-") || identity.is === "anonymous") return "none";
  const { document, email, phone, address } = identity.person;
  const isReached = Boolean(email ?? phone ?? address);
  if (!document) return isReached ? "document" : "both";
  return isReached ? "none" : "address";
};

const given = <T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string };

const text = (value: Json | undefined): string | undefined => (value ? String(value) : undefined);

const nameIn = (value: Json | undefined): string => (value as { both: { es: string } }).both.es;

const clock = (at: Date): Param => {
  const inWords = (locale: string) => new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "America/Bogota" }).format(at);
  return { both: { es: inWords("es-CO"), en: inWords("en-US") } };
};

const asChoice = (kind: CaseKind): Choice => ({ value: kind, title: { key: `case.kind.${kind}` } });
