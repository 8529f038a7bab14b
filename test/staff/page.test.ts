import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHouse, type House } from "./house.ts";

let house: House;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.close());

describe("the staff page", () => {
  it.each(["/staff", "/staff/", "/staff/desk", "/staff/desk/tickets/1"])("is served at %s, under a strict policy and in no frame", async (path) => {
    const answer = await fetch(house.url + path);
    expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([200, "text/html"]);
    const policy = answer.headers.get("content-security-policy")!.split("; ");
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]));
    expect(policy.join()).not.toContain("unsafe");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });
});
