/** Why a message is not answered from the knowledge. Each has its own words and its own next step. */
export const refusalKinds = [
  "evasion", "bribe", "forgery", "other-person", "prediction", "legal-advice", "own-case", "instructions", "out-of-scope",
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

export const isRefusalKind = (name: string): name is RefusalKind => refusalKinds.some((kind) => kind === name);
