import { createHmac, timingSafeEqual } from "node:crypto";

/** What an institution's link is for: one referral, one institution, and one step, after which it is used up. */
export type InstitutionLink = { id: string; institution: string; step: number; expiresAt: Date };

export type ReferralLinks = {
  institution: (link: InstitutionLink) => string;
  /** The page where a person says how it went. */
  person: (link: { id: string; expiresAt: Date }) => string;
  /** What a link says; undefined when a sign of it was changed. It may have expired. */
  readInstitution: (token: string) => InstitutionLink | undefined;
  readPerson: (token: string) => { id: string; expiresAt: Date } | undefined;
};

export const referralLinks = ({ key, publicUrl }: { key: string; publicUrl: () => string }): ReferralLinks => ({
  institution: ({ id, institution, step, expiresAt }) => `${publicUrl()}/referido/${token(key, "institution", [id, institution, String(step), seconds(expiresAt)])}`,
  person: ({ id, expiresAt }) => `${publicUrl()}/referido/resultado/${token(key, "person", [id, seconds(expiresAt)])}`,
  readInstitution: (given) => {
    const [id, institution, step, until] = read(key, "institution", given, 4) ?? [];
    return id && institution && step && until ? { id, institution, step: Number(step), expiresAt: instant(until) } : undefined;
  },
  readPerson: (given) => {
    const [id, until] = read(key, "person", given, 2) ?? [];
    return id && until ? { id, expiresAt: instant(until) } : undefined;
  },
});

const token = (key: string, who: string, parts: string[]): string => [...parts, signed(key, who, parts)].join(".");

const read = (key: string, who: string, given: string, count: number): string[] | undefined => {
  const parts = given.split(".");
  const signature = parts.pop() ?? "";
  if (parts.length !== count || signature.length !== 43) return undefined;
  const right = Buffer.from(signed(key, who, parts));
  const found = Buffer.from(signature);
  return found.length === right.length && timingSafeEqual(found, right) ? parts : undefined;
};

const signed = (key: string, who: string, parts: string[]): string => createHmac("sha256", key).update(JSON.stringify([who, ...parts])).digest("base64url");

const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));

const instant = (written: string): Date => new Date(Number(written) * 1000);
