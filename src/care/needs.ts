/** What people need who look for a route or are referred to somebody. */
export const needs = ["health", "education", "legal", "work", "emergency-aid", "papers", "violence", "trafficking", "return"] as const;
export type Need = (typeof needs)[number];
