import type { Cases } from "../cases/cases.ts";
import { caseKinds, type CaseKind, type Consent, type Filed, type Filing, type Identity, type Person } from "../cases/types.ts";
import type { Answers } from "../answers/answer.ts";
import type { ActionTurn } from "../conversation/response.ts";
import type { ActionResult, Choice, Json, Param, Slots, Utterance } from "../flow/types.ts";
import type { Stories } from "../stories.ts";
import { filesOf } from "./evidence.ts";
import { options, type Row } from "./row.ts";

export type CaseActionParts = {
  answers: Answers;
  stories: Stories;
  cases: Pick<Cases, "file" | "preview" | "consent" | "find" | "look" | "citizen" | "said" | "mails" | "scans">;
  /** Where citizens reach this service. */
  publicUrl: () => string;
};

/** What the intake of a case may `call`. */
export const fileCaseActions = {
  "cases.refused": { needs: ["data"], run: refused },
  "cases.answer": { needs: ["story"], words: ["none"], run: answerFirst },
  "cases.propose": {
    needs: ["story"], sets: ["best", "guess", "meaning", "likely", "kinds"], run: propose,
    texts: ["file-case.kind.other", ...caseKinds.map((kind) => `file-case.agree.${kind}`), ...caseKinds.map((kind) => `file-case.meaning.${kind}`)],
  },
  "cases.authority": { needs: ["story"], sets: ["authority", "website"], words: ["own"], run: authority },
  "cases.review": {
    needs: ["story", "data", "best", "kind", "any-kind", "wish", "identity", "name", "document", "email", "phone", "address", "contact", "attention", "need"],
    sets: ["what", "who", "missing", "term"], run: review,
    texts: [
      ...["anonymous", "named", "reserved"].map((who) => `file-case.who.${who}`),
      ...["none", "wish", "address", "document", "both"].map((what) => `file-case.missing.${what}`), "file-case.term.days", "file-case.term.none",
    ],
  },
  "cases.file": {
    needs: ["story", "data", "best", "kind", "any-kind", "insist", "authority", "wish", "happened", "place", "evidence", "identity", "name", "document", "contact", "email", "phone", "address", "attention", "need"],
    sets: ["case", "radicado"], texts: ["file-case.filed", "file-case.no-term", "file-case.due", "file-case.pdf", "file-case.mailed"], run: file,
  },
} satisfies Record<string, Row<CaseActionParts>>;

/** Ley 1581 de 2012, arts. 9 y 12; Decreto 1377 de 2013, arts. 7 y 8: consent comes first, and its proof names the text. */
const consentText = "2026-11-23";

/** A question is short, and its answer sure: else it is a story. */
const mostAskedWords = 40;
const leastSure = 0.5;

async function refused({ cases }: CaseActionParts, { trx, conversationId, channel, now }: ActionTurn): Promise<ActionResult> {
  await cases.consent(trx, { conversationId, channel, consents: [{ purpose: "process", version: consentText, granted: false, at: now }] });
  return {};
}

/** A question that published content answers is no case yet: its answer first. */
function answerFirst({ answers, stories }: CaseActionParts, { slots, locale, now }: ActionTurn): ActionResult {
  const story = String(slots["story"]);
  const { asks, kinds } = stories.read(story);
  const isAsking = asks || kinds[0]?.kind === "petition-information";
  const answer = isAsking && story.split(/\s+/).length <= mostAskedWords ? answers.answer(story, { locale, now }) : undefined;
  if (!answer || answer.score < leastSure) return { to: "none" };
  const pairs = answer.kind === "found" ? answer.passages.slice(0, 1).map(({ pair }) => pair)
    : answer.kind === "lookalike" ? answer.services.map((id) => `service:${id}#${answer.aspect ?? "summary"}`).filter((pair) => answers.passage(pair, locale)).slice(0, 2) : [];
  return pairs.length > 0 ? { says: pairs.map((content): Utterance => ({ content })) } : { to: "none" };
}

/** The kind that the story sounds like, the next ones, and all of them. */
function propose({ stories }: CaseActionParts, { slots }: ActionTurn): ActionResult {
  const [best, ...others] = stories.read(String(slots["story"])).kinds.slice(0, 3).map(({ kind }) => kind);
  const likely = [{ value: "yes", title: { key: `file-case.agree.${best!}` } }, ...others.map(asChoice), { value: "other", title: { key: "file-case.kind.other" } }];
  return { slots: {
    best: best!, guess: { key: `case.kind.${best!}` }, meaning: { key: `file-case.meaning.${best!}` }, likely: options(likely), kinds: options(caseKinds.map(asChoice)),
  } };
}

/** CPACA, artículo 21: who turns to the wrong authority is told at once; who insists is filed all the same (Decreto 1166 de 2016). */
function authority({ stories }: CaseActionParts, { slots }: ActionTurn): ActionResult {
  const found = stories.authority(String(slots["story"]));
  return found ? { slots: { authority: { both: found.name }, website: found.url } } : { to: "own" };
}

/** What will be filed, what the law would also have, and by when it will be answered. */
async function review({ cases }: CaseActionParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const { dueOn, termDays } = await cases.preview(trx, kindOf(slots), now);
  const term: Param = dueOn === null ? { key: "file-case.term.none" } : { key: "file-case.term.days", params: { count: termDays!, due: { date: dueOn } } };
  return { slots: {
    what: { key: `case.kind.${kindOf(slots)}` }, who: whoOf(identityOf(slots)),
    missing: { key: `file-case.missing.${lackOf(slots)}` }, term: term as Json,
  } };
}

async function file({ cases, publicUrl }: CaseActionParts, turn: ActionTurn): Promise<ActionResult> {
  const { trx, slots, now } = turn;
  const filing = await filingOf(turn, cases.scans);
  const filed = await cases.file(trx, filing, now);
  const isMailed = cases.mails && filing.identity.is !== "anonymous" && Boolean(filing.identity.person.email) && slots["contact"] === "accept";
  return {
    slots: { case: filed.id, radicado: filed.radicado },
    says: [
      ...(await cases.said.receipt(trx, filed.id)), ...filedSays(filed, publicUrl()),
      ...(isMailed ? [{ key: "file-case.mailed" }] : []),
    ],
  };
}

/** The number, the code that is shown once, both dates, by when it is answered, and where the receipt is. */
export const filedSays = (filed: Filed, publicUrl: string): Utterance[] => [
  { key: "file-case.filed", params: {
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
    ...given({ asks: said("wish"), happened: said("happened"), place: said("place"), differential: slots["attention"] === "yes" ? said("need") : undefined }),
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
  const meant = slots["kind"] === "yes" ? slots["best"] : slots["kind"] === "other" ? slots["any-kind"] : slots["kind"];
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

const whoOf = (identity: Identity): Json =>
  identity.is === "anonymous" ? { key: "file-case.who.anonymous" } : { key: `file-case.who.${identity.is}`, params: { name: identity.person.name } };

const consentsOf = (slots: Slots, at: Date): Consent[] => {
  const asked: [purpose: string, said: Json | undefined, yes: string][] = [["process", slots["data"], "accept"], ["contact", slots["contact"], "accept"], ["sensitive", slots["attention"], "yes"]];
  return asked.flatMap(([purpose, answer, yes]) => (answer === undefined ? [] : [{ purpose, version: consentText, granted: answer === yes, at }]));
};

/** CPACA, artículo 16: what a petition holds by law. Lacking it is told, and never a reason not to file (art. 15 par. 2). */
const lackOf = (slots: Slots): "none" | "wish" | "document" | "address" | "both" => {
  const isPetition = kindOf(slots).startsWith("petition-");
  if (isPetition && !slots["wish"]) return "wish";
  const identity = identityOf(slots);
  if (identity.is === "anonymous") return "none";
  const { document, email, address } = identity.person;
  if (!document) return email || address ? "document" : "both";
  return email || address ? "none" : "address";
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
