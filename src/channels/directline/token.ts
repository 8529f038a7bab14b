import { createHmac, timingSafeEqual } from "node:crypto";

export const tokenSeconds = 3600;

/** A token is bound to one conversation and ends after an hour; refreshing gives a new one for the same. */
export const signToken = (secret: string, conversationId: string, now: Date): string => {
  const body = Buffer.from(JSON.stringify({ c: conversationId, e: Math.floor(now.getTime() / 1000) + tokenSeconds }))
    .toString("base64url");
  return `${body}.${mac(secret, body).toString("base64url")}`;
};

/** The conversation that a token opens, or undefined when it is forged, altered or over. */
export const readToken = (secret: string, token: string, now: Date): string | undefined => {
  const [body, signature] = token.split(".");
  if (!body || !signature) return undefined;
  const given = Buffer.from(signature, "base64url");
  const expected = mac(secret, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { c, e } = JSON.parse(Buffer.from(body, "base64url").toString()) as { c: string; e: number };
  return e * 1000 > now.getTime() ? c : undefined;
};

/** Compares a caller's secret in constant time. */
export const isSecret = (secret: string, given: string): boolean =>
  timingSafeEqual(mac(secret, "secret"), mac(given, "secret"));

const mac = (secret: string, body: string): Buffer => createHmac("sha256", secret).update(body).digest();
