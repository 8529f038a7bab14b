import { randomUUID } from "node:crypto";
import { beginAttempt, type Attempt } from "./attempts.ts";
import type { DoorParts } from "./pass.ts";
import { claimCode } from "./used-codes.ts";
import type { Visitor } from "./visitor.ts";
import type { Way } from "./ways.ts";

/** A password or code that somebody tries: whose it should be, how often that was tried, and what is checked. */
export type Guess = { attempt: Attempt; memberId: string | undefined; body: Record<string, unknown> };

type Given = { way: Way; visitor: Visitor | undefined; body: Record<string, unknown>; cookies: string | undefined; address: string };

/**
 * Undefined when nobody has come as far as to owe a code. While the account or the address is locked, and for a code that
 * was tried before, the guess is replaced by one that is surely wrong: so the answer and its time are those of a wrong one.
 */
export const beginGuess = async (parts: DoorParts, given: Given): Promise<Guess | undefined> => {
  const { way, body, address } = given;
  const owner = await ownerOf(parts, given);
  if (!owner) return undefined;
  const attempt = await beginAttempt(parts.db, parts.secret, { account: owner.email, address });
  const fresh = way.guess !== "code" || !owner.id || (await claimCode(parts.db, owner.id, String(body["code"])));
  const checked = attempt.allowed && fresh ? body : { ...body, [way.guess!]: `no-${randomUUID()}` };
  return { attempt, memberId: owner.id, body: checked };
};

/** The member, or an e-mail that is nobody's: it is counted all the same. */
const ownerOf = async ({ db, auth }: DoorParts, { way, visitor, body, cookies }: Given): Promise<{ id?: string; email: string } | undefined> => {
  if (visitor && way.who !== "anybody") return visitor.staff;
  if (way.guess === "code") {
    const id = (cookies && (await auth.challenged(cookies))) || visitor?.staff.id;
    return id === undefined ? undefined : db.selectFrom("staff_user").select(["id", "email"]).where("id", "=", id).executeTakeFirst();
  }
  const email = String(body["email"]).trim().toLowerCase();
  const known = await db.selectFrom("staff_user").select("id").where("email", "=", email).executeTakeFirst();
  return { email, ...known };
};
