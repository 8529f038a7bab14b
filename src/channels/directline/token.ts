import { createHmac, timingSafeEqual } from "node:crypto";

export const tokenSeconds = 3600;
const lasts = { talk: tokenSeconds, resume: 7 * 86_400, file: 86_400 };

/**
 * talk: opens one conversation for an hour · file: fetches its files for a day · resume: only buys a new token for the same conversation, for a week, so that
 * a page which slept in a phone can go on.
 */
export type Purpose = "talk" | "resume" | "file";

/** A token for one conversation. */
export const signToken = (secret: string, conversationId: string, now: Date, purpose: Purpose = "talk"): string => {
  const ends = Math.floor(now.getTime() / 1000) + lasts[purpose];
  const body = Buffer.from(JSON.stringify({ c: conversationId, e: ends, p: purpose })).toString("base64url");
  return `${body}.${mac(secret, body).toString("base64url")}`;
};

/** The conversation that a token opens, or undefined when it is forged, altered, over, or for something else. */
export const readToken = (secret: string, token: string, now: Date, purpose: Purpose = "talk"): string | undefined => {
  const [body, signature, ...rest] = token.split(".");
  if (!body || !signature || rest.length > 0) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = mac(secret, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { c, e, p } = JSON.parse(Buffer.from(body, "base64url").toString()) as { c: string; e: number; p: Purpose };
  return p === purpose && e * 1000 > now.getTime() ? c : undefined;
};

/** Compares a caller's secret in constant time. */
export const isSecret = (secret: string, given: string): boolean =>
  timingSafeEqual(mac(secret, "secret"), mac(given, "secret"));

const mac = (secret: string, body: string): Buffer => createHmac("sha256", secret).update(body).digest();
