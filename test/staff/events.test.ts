import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StaffRefusal, type StaffRoute } from "../../src/staff/route.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { startHouse, type House } from "./house.ts";

let tell: (data: unknown) => void = () => undefined;
let ended = 0;

/** An office that holds a line open, hands out bytes, takes some, refuses, and breaks. */
const office: StaffRoute[] = [
  {
    method: "GET", path: "/bell", roles: ["advisor"], audit: null,
    handle: () => ({
      events: (send, closed) => {
        tell = (data) => { send("changed", data); };
        closed.addEventListener("abort", () => { ended++; });
        send("ping", {});
      },
    }),
  },
  { method: "GET", path: "/file/:id", roles: ["advisor"], audit: "file-read", handle: () => ({ bytes: new Uint8Array([60, 115, 62]), type: "text/html", name: "été \"x\".html" }) },
  { method: "POST", path: "/file", roles: ["advisor"], audit: null, raw: "1kb", handle: ({ body }) => ({ status: 201, body: { size: (body as Buffer).length } }) },
  { method: "POST", path: "/claim", roles: ["advisor"], audit: null, handle: () => { throw new StaffRefusal(409, "already-claimed", { by: "x" }); } },
  { method: "POST", path: "/break", roles: ["advisor"], audit: "break", handle: () => { throw new Error("a citizen's words"); } },
];

let house: House;
let advisor: SignedIn;
let administrator: SignedIn;
beforeAll(async () => {
  house = await startHouse({ offices: office });
  [advisor, administrator] = [await signedIn(house, "advisor"), await signedIn(house, "administrator")];
});
afterAll(() => house.close());

const listen = async (member: SignedIn) => {
  const answer = await member.get("/staff/api/bell", { accept: "text/event-stream" });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const over = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
    }
  })();
  return { answer, over, heard: () => text, leave: () => reader.cancel() };
};

describe("a stream of events", () => {
  it("brings what is told, as server-sent events that no proxy keeps", async () => {
    const line = await listen(advisor);
    expect(line.answer.headers.get("content-type")).toBe("text/event-stream");
    expect(line.answer.headers.get("cache-control")).toBe("no-store");
    await expect.poll(line.heard).toContain("event: ping\ndata: {}\n\n");
    tell({ ticket: "7\n8" });
    await expect.poll(line.heard).toContain('event: changed\ndata: {"ticket":"7\\n8"}\n\n');
    const before = ended;
    await line.leave();
    await expect.poll(() => ended).toBe(before + 1);
    tell("nobody listens");
  });

  it("is not for who may not", async () => {
    expect((await administrator.get("/staff/api/bell")).status).toBe(403);
  });

  it("ends when its member is disabled, and only theirs", async () => {
    const other = await signedIn(house, "advisor");
    const [line, kept] = [await listen(other), await listen(advisor)];
    await administrator.send("PATCH", `/staff/api/staff/${other.id}`, { disabled: true });
    await line.over;
    tell("still there");
    await expect.poll(kept.heard).toContain("still there");
    await kept.leave();
  });
});

describe("bytes", () => {
  it("go out as a download that runs nothing, and who fetched them is written down", async () => {
    const answer = await advisor.get("/staff/api/file/9");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await answer.text()).toBe("<s>");
    const line = await house.db.selectFrom("staff_audit").select(["staff_id", "subject"]).where("did", "=", "file-read").executeTakeFirst();
    expect(line).toEqual({ staff_id: advisor.id, subject: "9" });
  });

  it("come in whole, up to what the route takes", async () => {
    const sent = await advisor.send("POST", "/staff/api/file", new Uint8Array(1000));
    expect([sent.status, await sent.json()]).toEqual([201, { size: 1000 }]);
    expect((await advisor.send("POST", "/staff/api/file", new Uint8Array(1025))).status).toBe(413);
  });
});

describe("a handler", () => {
  it("refuses in a code and what goes with it", async () => {
    const answer = await advisor.send("POST", "/staff/api/claim");
    expect([answer.status, await answer.json()]).toEqual([409, { error: { code: "already-claimed", detail: { by: "x" } } }]);
  });

  it("that breaks says nothing of why", async () => {
    const answer = await advisor.send("POST", "/staff/api/break");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("words");
    const line = await house.db.selectFrom("staff_audit").select(["subject", "detail"]).where("did", "=", "break").executeTakeFirst();
    expect(line).toEqual({ subject: null, detail: { refused: "failed" } });
  });
});

describe("the table of routes", () => {
  const route = (over: Partial<StaffRoute>): StaffRoute => ({ method: "GET", path: "/x", roles: ["observer"], audit: null, handle: () => ({ body: {} }), ...over });
  it.each([
    ["a route twice", [route({}), route({})], "GET /x stands twice"],
    ["a route that names nobody", [route({ roles: [] })], "GET /x names no role"],
    ["a route of this house", [route({ path: "/me" })], "GET /me stands twice"],
  ])("refuses %s", async (_name, offices, message) => {
    await expect(startHouse({ offices })).rejects.toThrow(message);
  });
});
