import type { Request, Response } from "express";
import type { Db } from "../db/open.ts";
import { addressOf } from "./address.ts";
import { issuesOf, refuse } from "./answer.ts";
import type { Auth } from "./auth.ts";
import { beginGuess } from "./guess.ts";
import { answerPassed, answerRefused } from "./outcome.ts";
import { passwordFault } from "./password.ts";
import { owed, visitorOf, type Visitor } from "./visitor.ts";
import type { Way } from "./ways.ts";

export type DoorParts = {
  db: Db;
  auth: Auth;
  secret: string;
  publicUrl: string | undefined;
  oidc: boolean;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
};

/** One request at the door: who comes, what they give, whether they may try at all; then the library checks it. */
export const pass = async (parts: DoorParts, way: Way, req: Request, res: Response): Promise<void> => {
  const cookies = req.get("cookie");
  const visitor = await visitorOf(parts, cookies, false);
  if (way.who !== "anybody" && !visitor) return refuse(res, 401, "signed-out");
  const due = way.who === "member" && visitor ? owed(visitor.standing) : undefined;
  if (due) return refuse(res, 403, due);
  const read = readBody(way, visitor, req.body);
  if ("code" in read) return refuse(res, 422, read.code, read.detail);

  const guess = way.guess && (await beginGuess(parts, { way, visitor, body: read.body, cookies, address: req.ip ?? "" }));
  if (way.guess && !guess) return refuse(res, 401, "invalid-two-factor-cookie");
  const response = await parts.auth.handle(libraryRequest(parts, req, guess?.body ?? read.body));
  if (response.status >= 500) {
    await guess?.attempt.half();
    throw new Error(`sign-in library: ${req.path} answered ${response.status}`);
  }
  const text = await response.text();
  const said = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
  const outcome = { way, guess, visitor, response, said, res };
  if (isRefusal(response)) await answerRefused(parts, outcome);
  else await answerPassed(parts, outcome);
};

type Read = { body: Record<string, unknown> } | { code: string; detail?: unknown };

const readBody = (way: Way, visitor: Visitor | undefined, given: unknown): Read => {
  const read = way.body?.safeParse(given ?? {});
  if (!read) return { body: {} };
  if (!read.success) return { code: "bad-input", detail: issuesOf(read.error) };
  const { newPassword, currentPassword } = read.data;
  if (typeof newPassword !== "string" || !visitor) return { body: read.data };
  const code = passwordFault(newPassword, { email: visitor.staff.email, current: String(currentPassword) });
  return code ? { code } : { body: read.data };
};

const passedOn = ["cookie", "origin", "referer", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];

/** Only what the library needs of a request goes on to it. */
const libraryRequest = ({ publicUrl }: DoorParts, req: Request, body: Record<string, unknown>): globalThis.Request => {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = req.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const url = addressOf(req, publicUrl) + req.originalUrl;
  if (req.method === "GET") return new globalThis.Request(url, { headers });
  headers.set("content-type", "application/json");
  return new globalThis.Request(url, { method: req.method, headers, body: JSON.stringify(body) });
};

/** The provider's way back is a redirect either way; one that failed says so in its address. */
const isRefusal = (response: globalThis.Response): boolean =>
  response.status >= 400 || /[?&]error=/.test(response.headers.get("location") ?? "");
