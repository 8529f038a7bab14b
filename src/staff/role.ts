/** What a member of staff may be; each route names those that it lets in. */
export const roles = ["administrator", "supervisor", "advisor", "case-officer", "office-clerk", "observer"] as const;
export type Role = (typeof roles)[number];
