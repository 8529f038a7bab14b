import type { Locale } from "../locale.ts";
import type { Role } from "./role.ts";

/** Who asks: read from the session at each request, so that a change of role or a disabled account holds at once. */
export type StaffMember = { id: string; name: string; email: string; role: Role; locales: Locale[]; skills: string[] };

/** How somebody stands who is signed in: what they still owe keeps them from every route but those for the `owing`. */
export type Standing = { twoFactor: boolean; mustEnrol: boolean; mustChangePassword: boolean };

export type StaffRequest = {
  staff: StaffMember;
  standing: Standing;
  params: Record<string, string>;
  query: Record<string, string>;
  /** JSON as it came: each handler parses it with zod. Bytes where the route says `raw`. */
  body: unknown;
};

/** A value is sent as JSON, and `detail` stands in its line of the audit log; bytes are sent with their own type, as a download; `events` holds the line open (server-sent events). */
export type StaffAnswer =
  | { status?: number; body: unknown; detail?: Record<string, string> }
  | { bytes: Uint8Array; type: string; name: string }
  | { events: (send: (event: string, data: unknown) => void, closed: AbortSignal) => void };

/**
 * One route of `/staff/api`: the only way to add one, so that the table of routes and roles is complete. `path` is
 * Express's, without the prefix ("/desk/tickets/:id/claim").
 */
export type StaffRoute = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  roles: readonly Role[];
  /** The name of the deed in the audit log; null for what is not worth a line (polling a list). */
  audit: string | null;
  /** The body as bytes of at most this size, not as JSON. */
  raw?: string;
  /** Also answers a member whose second factor or own password is still due. */
  owing?: true;
  handle: (request: StaffRequest) => Promise<StaffAnswer> | StaffAnswer;
};

/** Thrown by a handler: what the caller did wrong, with the code that the page has words for (`staff.error.<code>`). */
export class StaffRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: unknown;
  constructor(status: number, code: string, detail?: unknown) {
    super(code);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}
