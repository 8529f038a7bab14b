/** Ley 1565 de 2012, artículo 3, as amended by Ley 2136 de 2021, artículo 29. */
export const returnTypes = ["solidario", "humanitario", "laboral", "productivo", "academico"] as const;
export type ReturnType = (typeof returnTypes)[number];

/** What makes each type, as people say it of themselves; in the order of the types. */
export const situations = ["victim", "risk", "work", "business", "degree"] as const;
export type Situation = (typeof situations)[number];

/** What was told. Left out: not asked, skipped, or not sure. */
export type Answers = {
  colombian?: "yes" | "no" | undefined;
  adult?: "yes" | "no" | undefined;
  /** Where they live: abroad, or in Colombia since a year at most, or since longer. */
  stay?: "abroad" | "year" | "longer" | undefined;
  record?: "none" | "sentence" | "administration" | undefined;
  /** An earlier request of return: none, in the last five years, or before. */
  before?: "never" | "recent" | "old" | undefined;
  /** Days abroad, added up. */
  years?: "three" | "less" | undefined;
  /** None: not told what makes it. */
  situations: Situation[];
  /** Force majeure, emergency or disaster. */
  emergency?: "yes" | "no" | undefined;
  /** What shows the time abroad. */
  proof?: "records" | "other" | "none" | undefined;
  venezuela?: "yes" | "no" | undefined;
};

/** Each thing that the law asks for, in the order in which it is told. */
export const requirements = ["nationality", "age", "time", "stay", "record", "earlier"] as const;
export type Requirement = (typeof requirements)[number];

/**
 * met · missing: what was told is not what the law asks · open: not known yet · and of the time abroad: evidence, other proof
 * than records, which is weighed · statement: a written one is enough · unproved: told, with nothing to show · waiver: the
 * Comisión may pass over it.
 */
export type State = "met" | "missing" | "open" | "evidence" | "statement" | "unproved" | "waiver";

/** One amount in UVT, and in pesos where the UVT of the year is had. */
export type Limit = { uvt: number; pesos?: number };
export const incentives = ["household", "equipment", "money"] as const;
export type Incentive = (typeof incentives)[number];

export type Assessment = {
  /** excluded: the law leaves such a case out · missing: less time abroad than it asks, and no reason to pass over it known · open · met. */
  outcome: "excluded" | "missing" | "open" | "met";
  types: ReturnType[];
  states: Record<Requirement, State>;
  limits: Record<Incentive, Limit>;
};

/** What the law and the tax office set in figures. */
export type ReturnLaw = { limits: Record<Incentive, number>; uvt: ReadonlyMap<number, number> };
