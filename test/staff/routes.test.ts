import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addMember } from "../../src/staff/accounts.ts";
import { roles } from "../../src/staff/role.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { hired, signedIn, staffPage, type Browserlike, type SignedIn } from "../support/staff.ts";

const expected = parse(readFileSync(join(import.meta.dirname, "routes.yaml"), "utf8")) as Record<string, string>;

let app: RunningApp;
/** By role, and by what is wrong with them. */
const callers = new Map<string, Browserlike>();

beforeAll(async () => {
  app = await startApp();
  for (const role of roles) callers.set(role, await signedIn(app, role));
  const administrator = callers.get("administrator")!;
  callers.set("nobody", staffPage(app.url));
  callers.set("forged", await forged(administrator));
  callers.set("signed-out", await signedOut());
  callers.set("disabled", await disabled(administrator));
  callers.set("no-second-factor", await withPassword(await startPassword()));
  callers.set("start-password", await withStartPassword());
}, 300_000);
afterAll(() => app.close());

/** Somebody else's session, its signature cut. */
const forged = async (of: Browserlike): Promise<Browserlike> => {
  const page = staffPage(app.url);
  page.take(of.cookie().replace(/\.[\w%-]+(?=$|;)/, ".AAAA"));
  return page;
};

const signedOut = async (): Promise<Browserlike> => {
  const member = await signedIn(app, "administrator");
  const kept = member.cookie();
  await member.send("POST", "/staff/auth/sign-out");
  member.take(kept);
  return member;
};

const disabled = async (administrator: Browserlike): Promise<SignedIn> => {
  const member = await signedIn(app, "administrator");
  expect((await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { disabled: true })).status).toBe(200);
  return member;
};

const startPassword = async () => {
  const email = `new-${randomUUID()}@example.org`;
  const { password } = (await addMember(app.app.service.db.db, { name: "New", email, role: "administrator", locales: ["es"], skills: [] }, null))!;
  return { email, password };
};

const withPassword = async (given: { email: string; password: string }): Promise<Browserlike> => {
  const page = staffPage(app.url);
  expect((await page.send("POST", "/staff/auth/sign-in/email", given)).status).toBe(200);
  return page;
};

/** Has the second factor, and still the password that the administrator was shown. */
const withStartPassword = async (): Promise<Browserlike> => {
  const member = await hired(callers.get("administrator")!, app.url, "administrator");
  await app.app.service.db.db.updateTable("staff_user").set({ start_password_until: new Date(Date.now() + 60_000) }).where("id", "=", member.id).execute();
  return member;
};

/** The status alone: a stream of events would not end. */
const statusOf = async (page: Browserlike, route: string): Promise<number> => {
  const [method, pattern] = route.split(" ") as [string, string];
  const path = `/staff/api${pattern.replaceAll(/:\w+/g, () => randomUUID())}`;
  const response = await (method === "GET" ? page.get(path) : page.send(method, path, {}));
  await response.body?.cancel();
  return response.status;
};

const mayAsk = (route: string, caller: string): boolean => {
  const named = (expected[route] ?? "").split(" ");
  return named.includes(caller === "no-second-factor" || caller === "start-password" ? "owing" : caller);
};

const unknown = ["nobody", "forged", "signed-out", "disabled"];

describe("the routes of the staff side", () => {
  it("are those of the table, each with its roles", () => {
    const registered = app.app.staffRoutes.map(({ method, path, roles: named, owing }) => [`${method} ${path}`, [...named, ...(owing ? ["owing"] : [])].toSorted()] as const);
    expect(Object.fromEntries(registered)).toEqual(Object.fromEntries(Object.entries(expected).map(([route, named]) => [route, named.split(" ").toSorted()])));
  });

  it("answer only whom the table allows, to each kind of caller", async () => {
    const routes = app.app.staffRoutes.map(({ method, path }) => `${method} ${path}`);
    const wrong: string[] = [];
    for (const route of routes) {
      for (const [caller, page] of callers) {
        const status = await statusOf(page, route);
        const wanted = unknown.includes(caller) ? status === 401 : mayAsk(route, caller) ? status !== 401 && status !== 403 : status === 403;
        if (!wanted || status >= 500) wrong.push(`${route} answered ${caller} with ${status}`);
      }
    }
    console.log(`${routes.length} routes × ${callers.size} kinds of caller: ${routes.length * callers.size} answers, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  it("are all there is: what stands in no table answers nobody", async () => {
    const paths = ["/staff/api/", "/staff/api/session", "/staff/api/staff/x/y/z", "/staff/api/../api/nothing"];
    for (const path of paths) expect([path, (await staffPage(app.url).get(path)).status]).toEqual([path, 401]);
    for (const path of paths) expect([path, (await callers.get("administrator")!.get(path)).status]).toEqual([path, 404]);
  });
});
