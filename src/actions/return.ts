import { assess, yearOf } from "../care/return/assess.ts";
import { asksForEmergency, asksForProof, asksForVenezuela } from "../care/return/next.ts";
import type { ReturnSetup, Told } from "../care/return/setup.ts";
import { type Answers, type Assessment, incentives, requirements, returnTypes, situations } from "../care/return/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import type { ActionResult, Json, Param, Slots } from "../flow/types.ts";
import { options, type Row } from "./row.ts";

export type ReturnParts = { returns: ReturnSetup };

const states = {
  nationality: ["met", "open", "missing"], age: ["met", "open", "missing"], stay: ["met", "open", "missing"],
  time: ["met", "evidence", "statement", "unproved", "waiver", "open", "missing"],
  record: ["met", "open", "missing"], earlier: ["met", "open", "missing"],
};

const said = [
  ...["met", "open", "missing", "excluded"].map((outcome) => `verdict.${outcome}`),
  "checks", ...requirements.flatMap((name) => states[name].map((state) => `check.${name}.${state}`)),
  ...["one", "several", "none"].map((many) => `kinds.${many}`), ...returnTypes.map((type) => `kind.${type}`),
  "incentives", "limit.uvt", "limit.pesos", "value.unknown", "value.known", "once",
  "steps", ...["abroad", "here", "unknown"].map((place) => `office.${place}`), "elsewhere.return", "elsewhere.foreign",
  ...["route", "appointment", "again", "done"].map((way) => `after.${way}`),
].map((key) => `return-check.${key}`);

/** What the check of a return may `call`. */
export const returnActions = {
  "return.others": { needs: ["situation"], sets: ["others"], words: ["unsure"], texts: ["return-check.also.none"], run: others },
  "return.lacks": { needs: ["years", "situation", "also"], words: ["proof", "emergency", "nothing"], run: lacks },
  "return.statement": { needs: ["proof", "situation", "also"], words: ["nothing"], run: statement },
  "return.result": {
    needs: ["colombian", "adult", "stay", "before", "record", "situation", "also", "years", "emergency", "proof", "venezuela"],
    sets: ["ways", "hand-on"], texts: said, run: result,
  },
} satisfies Record<string, Row<ReturnParts>>;

/** What else may be somebody's case, beside what they named first. */
function others(_parts: ReturnParts, { slots }: ActionTurn): ActionResult {
  const [first] = answersIn(slots).situations;
  if (!first) return { to: "unsure" };
  const rest = situations.filter((each) => each !== first).map((value) => ({ value, title: { key: `return-check.situation.${value}` } }));
  return { slots: { others: options([...rest, { value: "none", title: { key: "return-check.also.none" } }]) } };
}

function lacks(_parts: ReturnParts, { slots }: ActionTurn): ActionResult {
  const answers = answersIn(slots);
  return { to: asksForProof(answers) ? "proof" : asksForEmergency(answers) ? "emergency" : "nothing" };
}

function statement(_parts: ReturnParts, { slots }: ActionTurn): ActionResult {
  return asksForVenezuela(answersIn(slots)) ? {} : { to: "nothing" };
}

/** What the law asks beside what was told; `hand-on`: what the flow that follows may know of it. */
function result({ returns }: ReturnParts, { slots, now }: ActionTurn): ActionResult {
  const answers = answersIn(slots);
  const year = yearOf(now);
  const assessment = assess(answers, year, returns);
  const says = assessment.outcome === "excluded" ? excluded(assessment) : [...checked(assessment), ...kinds(assessment), ...given(assessment, answers, year), steps(answers)];
  const isForeign = answers.colombian === "no";
  const ways = (isForeign ? ["route", "again", "done"] : ["route", "appointment", "again", "done"]).map((value) => ({ value, title: { key: `return-check.after.${value}` } }));
  return {
    slots: { ways: options(ways), "hand-on": isForeign ? {} : { about: "retorno-rur", need: "return", ...foundOf(answers, assessment) } },
    says: says.map(({ told, ...utterance }) => ({ ...utterance, cites: returns.passages[told] })),
  };
}

/** What a route that follows is to know: who they are, and what leaves them out, so that it shows no step of a law that is not for them. */
const foundOf = ({ colombian, adult, stay, before, record, situations: told }: Answers, { outcome }: Assessment): Slots => ({
  ...(colombian === "yes" ? { who: "returnee" } : {}),
  ...(stay === undefined ? {} : { since: stay === "abroad" ? "not-yet" : stay }),
  ...(adult === "no" ? { condition: "child" } : {}),
  matters: [
    ...(outcome === "excluded" ? ["left-out"] : []), ...(record === "sentence" || record === "administration" ? ["sentence"] : []),
    ...(before === "recent" || before === "old" ? ["switch"] : []), ...(told.includes("victim") ? ["victim"] : []), ...(told.includes("degree") ? ["degree"] : []),
  ],
});

type Said = { key: string; params?: Record<string, Param>; told: Told };

const text = (told: Told, key: string, params?: Record<string, Param>): Said => ({ told, key: `return-check.${key}`, ...(params && { params }) });

const excluded = ({ states: found }: Assessment): Said[] => {
  const point = requirements.find((name) => found[name] === "missing")!;
  return [text("excluded", "verdict.excluded", { point: { key: `return-check.check.${point}.missing` } }), text("elsewhere", `elsewhere.${point === "nationality" ? "foreign" : "return"}`)];
};

const checked = ({ outcome, states: found }: Assessment): Said[] => [
  text("checks", "checks", {
    verdict: { key: `return-check.verdict.${outcome}` },
    ...Object.fromEntries(requirements.map((name) => [name, { key: `return-check.check.${name}.${found[name]}` }])),
  }),
];

const kinds = ({ types }: Assessment): Said[] => [
  text("types", `kinds.${types.length === 0 ? "none" : types.length === 1 ? "one" : "several"}`),
  ...types.map((type) => text(type, `kind.${type}`)),
];

/** Ley 1565 de 2012, arts. 5 to 8; what is given once only (Ley 2136 de 2021, art. 28). */
const given = ({ limits }: Assessment, { before }: Answers, year: number): Said[] => {
  const shown = incentives.map((name): [string, Param] => {
    const { uvt, pesos } = limits[name];
    return [name, pesos === undefined
      ? { key: "return-check.limit.uvt", params: { uvt: figure(uvt) } }
      : { key: "return-check.limit.pesos", params: { uvt: figure(uvt), year, pesos: figure(pesos) } }];
  });
  const value: Param = limits.household.pesos === undefined ? { key: "return-check.value.unknown", params: { year } } : { key: "return-check.value.known" };
  return [text("incentives", "incentives", { ...Object.fromEntries(shown), value }), ...(before === "old" ? [text("incentives", "once")] : [])];
};

const figure = (amount: number): Param => ({ both: { es: new Intl.NumberFormat("es-CO").format(amount), en: new Intl.NumberFormat("en").format(amount) } });

const steps = ({ stay }: Answers): Said =>
  text("steps", "steps", { office: { key: `return-check.office.${stay === undefined ? "unknown" : stay === "abroad" ? "abroad" : "here"}` } });

/** The answers of the flow; what was skipped, or is not known, is left out. */
const answersIn = (slots: Slots): Answers => {
  const one = <Word extends string>(value: Json | undefined, words: readonly Word[]): Word | undefined => words.find((word) => word === value);
  const yesNo = (value: Json | undefined) => one(value, ["yes", "no"]);
  return {
    colombian: yesNo(slots["colombian"]),
    adult: yesNo(slots["adult"]),
    stay: one(slots["stay"], ["abroad", "year", "longer"]),
    record: one(slots["record"], ["none", "sentence", "administration"]),
    before: one(slots["before"], ["never", "recent", "old"]),
    years: one(slots["years"], ["three", "less"]),
    situations: situations.filter((each) => each === slots["situation"] || each === slots["also"]),
    emergency: yesNo(slots["emergency"]),
    proof: one(slots["proof"], ["records", "other", "none"]),
    venezuela: yesNo(slots["venezuela"]),
  };
};
