import { createHmac, randomUUID } from "node:crypto";
import { addMember } from "../../src/staff/accounts.ts";
import type { Role } from "../../src/staff/role.ts";
import type { Locale } from "../../src/locale.ts";
import type { Db } from "../../src/db/open.ts";

/** What a page of the staff side is to the server: cookies, its own origin, the header. */
export type Browserlike = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  cookie: () => string;
  /** Goes on with these cookies, wherever they are from. */
  take: (cookie: string) => void;
};
export type SignedIn = Browserlike & { id: string; email: string; password: string; secret: string; backupCodes: string[] };

/** A page of `/staff` that nobody is signed in at. Paths begin at the service's root. */
export const staffPage = (url: string): Browserlike => {
  const jar = new Map<string, string>();
  const ask = async (method: string, path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const response = await fetch(url + path, { ...init, method, redirect: "manual", headers: { cookie: cookieOf(jar), ...init.headers } });
    for (const set of response.headers.getSetCookie()) keep(jar, set);
    return response;
  };
  return {
    get: (path, headers = {}) => ask("GET", path, { headers }),
    send: (method, path, body, headers = {}) => {
      const bytes = body instanceof Uint8Array;
      const own = { origin: new URL(url).origin, "x-ventanilla": "staff", "content-type": bytes ? "application/octet-stream" : "application/json" };
      return ask(method, path, { headers: { ...own, ...headers }, body: bytes ? Buffer.from(body) : JSON.stringify(body ?? {}) });
    },
    cookie: () => cookieOf(jar),
    take: (cookie) => {
      jar.clear();
      for (const pair of cookie.split("; ")) keep(jar, pair);
    },
  };
};

type Wanted = { name?: string; email?: string; locales?: Locale[]; skills?: string[] };

/** A service in this process: what `startApp` gives, or its address and its database. */
export type Where = { url: string } & ({ db: Db } | { app: { service: { db: { db: Db } } } });

/** A new member of that role, signed in for real: password, second factor enrolled by its code. */
export const signedIn = async (where: Where, role: Role, wanted: Wanted = {}): Promise<SignedIn> => {
  const email = wanted.email ?? `${role}-${randomUUID().slice(0, 8)}@example.org`;
  const password = `open sesame ${randomUUID()}`;
  const member = { name: wanted.name ?? role, email, role, locales: wanted.locales ?? (["es", "en"] as Locale[]), skills: wanted.skills ?? [] };
  const { url } = where;
  const added = await addMember("db" in where ? where.db : where.app.service.db.db, member, null, password);
  if (!added) throw new Error(`staff: ${email} has an account already: give each test its own`);
  const page = staffPage(url);
  await done(await page.send("POST", "/staff/auth/sign-in/email", { email, password }));
  return { ...page, ...(await enrol(page, password)), id: added.id, email, password };
};

/** For a service that runs as another process: with this in its environment it makes its first administrator. */
export const firstAdministrator = { STAFF_BOOTSTRAP_EMAIL: "first@example.org", STAFF_BOOTSTRAP_PASSWORD: "the first of all words" };

/** The first administrator, signed in for real at a service that was started with `firstAdministrator`. Once a database. */
export const signedInFirst = async (url: string): Promise<Browserlike> => {
  const { STAFF_BOOTSTRAP_EMAIL: email, STAFF_BOOTSTRAP_PASSWORD: password } = firstAdministrator;
  const page = staffPage(url);
  await done(await page.send("POST", "/staff/auth/sign-in/email", { email, password }));
  await enrol(page, password);
  return page;
};

/** A new member whom an administrator adds over HTTP, signed in for real: start password, second factor, password of their own. */
export const hired = async (administrator: Browserlike, url: string, role: Role, wanted: Wanted = {}): Promise<Browserlike & { id: string; email: string; password: string }> => {
  const email = wanted.email ?? `${role}-${randomUUID().slice(0, 8)}@example.org`;
  const asked = { name: wanted.name ?? role, email, role, locales: wanted.locales ?? ["es", "en"], skills: wanted.skills ?? [] };
  const added = await done(await administrator.send("POST", "/staff/api/staff", asked));
  const { id, password: first } = (await added.json()) as { id: string; password: string };
  const page = staffPage(url);
  const password = `open sesame ${randomUUID()}`;
  await done(await page.send("POST", "/staff/auth/sign-in/email", { email, password: first }));
  await enrol(page, first);
  await done(await page.send("POST", "/staff/auth/change-password", { currentPassword: first, newPassword: password }));
  return { ...page, id, email, password };
};

/** Takes a second factor at a page where somebody is signed in with a password only. */
export const enrol = async (page: Browserlike, password: string): Promise<{ secret: string; backupCodes: string[] }> => {
  const offer = await done(await page.send("POST", "/staff/auth/two-factor/enable", { password }));
  const { totpURI, backupCodes } = (await offer.json()) as { totpURI: string; backupCodes: string[] };
  const secret = new URL(totpURI).searchParams.get("secret")!;
  await done(await page.send("POST", "/staff/auth/two-factor/verify-totp", { code: totp(secret) }));
  return { secret, backupCodes };
};

/** The code that an authenticator shows, now or `steps` of 30 s later (RFC 6238). A code serves once; the next one is accepted too. */
export const totp = (secret: string, steps = 0): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const offset = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

const base32 = (text: string): Buffer => {
  const bits = [...text].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
};

const done = async (response: Response): Promise<Response> => {
  if (!response.ok) throw new Error(`staff: ${new URL(response.url).pathname} answered ${response.status} ${await response.text()}`);
  return response;
};

const cookieOf = (jar: Map<string, string>): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

const keep = (jar: Map<string, string>, set: string): void => {
  const [pair = "", ...attributes] = set.split(";");
  const at = pair.indexOf("=");
  const over = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
  if (over) jar.delete(pair.slice(0, at));
  else if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1));
};
