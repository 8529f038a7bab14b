import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { bookByChat } from "./booking.ts";

let app: RunningApp;
let booked: Awaited<ReturnType<typeof bookByChat>>;
beforeAll(async () => {
  app = await startApp({ NOW: "2026-11-23T15:00:00Z" });
  await app.app.service.appointmentJobs.prepare();
  booked = await bookByChat(app);
});
afterAll(() => app.close());

const post = (fields: Record<string, string>, lang = "es") =>
  fetch(`${app.url}/cita?lang=${lang}`, { method: "POST", body: new URLSearchParams(fields) });

const rows = async () => {
  const { db } = app.app.service.db;
  const seats = await db.selectFrom("seat").selectAll().orderBy("opening_id").orderBy("number").execute();
  const bookings = await db.selectFrom("booking").selectAll().orderBy("id").execute();
  const conversations = await db.selectFrom("conversation").select(["id", "state", "version"]).orderBy("id").execute();
  return JSON.stringify({ seats, bookings, conversations });
};

describe("the page of a booking", () => {
  test.each(["es", "en"])("shows it for number and code, in %s, marked as a demonstration", async (lang) => {
    const { number, code } = booked;
    const response = await post({ number: number.toLowerCase().replace("-", " "), code }, lang);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain(`lang="${lang}"`);
    expect(page).toContain(number);
    expect(page).toContain('class="demonstration"');
    expect(page).toContain("Ana Ruiz");
    expect(page).not.toContain("1020345678");
    expect(page).not.toContain(code);
  });

  test("says the same of a wrong code and of a number that nobody has, and shows nothing", async () => {
    const pages = await Promise.all([
      post({ number: booked.number, code: "AAAA-2222" }), post({ number: "A999999-AA", code: booked.code }),
    ]);
    expect(pages.map(({ status }) => status)).toEqual([404, 404]);
    const [one, two] = await Promise.all(pages.map((page) => page.text()));
    const plain = (page: string) => page.replace(/nonce="[^"]*"/, "").replace(/value="[^"]*"/g, "");
    expect(plain(one!)).toBe(plain(two!));
    expect(one).not.toContain("Ana Ruiz");
  });

  test("puts what is typed into the page as text only, and takes no more than a form", async () => {
    const page = await (await post({ number: '"><script>alert(1)</script>', code: "x" })).text();
    expect(page).not.toContain("<script>");
    expect((await post({ number: "x".repeat(5000), code: "x" })).status).toBe(413);
  });

  test("is kept by nobody on its way and loads nothing from elsewhere", async () => {
    const { headers } = await post({ number: booked.number, code: booked.code });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("gives a calendar file by its own address, and none for an address that was made up", async () => {
    const file = await fetch(booked.calendar);
    expect(file.headers.get("content-type")).toContain("text/calendar");
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(await file.text()) as unknown[]).getFirstSubcomponent("vevent")!);
    expect(event.summary).not.toContain("Ana");
    const other = booked.calendar.replace(/\/(\d+)-/, (_, id: string) => `/${Number(id) + 1}-`);
    expect((await fetch(other)).status).toBe(404);
  });
});

describe("links in messages", () => {
  test("GET, HEAD and a prefetch of every one of them change nothing", async () => {
    const before = await rows();
    const links = [...new Set([...booked.links, `${app.url}/cita`])];
    expect(links.length).toBeGreaterThanOrEqual(2);
    const ours = links.filter((link) => link.startsWith(app.url));
    for (const link of ours) {
      for (const call of [{ method: "GET" }, { method: "HEAD" }, { headers: { purpose: "prefetch", "sec-purpose": "prefetch" } }]) {
        expect((await fetch(link, call)).status, link).toBeLessThan(400);
      }
    }
    expect(await rows()).toBe(before);
  });

  test("nothing of the page can be done by GET", async () => {
    const before = await rows();
    for (const query of [`number=${booked.number}&code=${booked.code}`, "cancel=1", `deed=cancel&id=1&${randomUUID()}`]) {
      const page = await (await fetch(`${app.url}/cita?${query}`)).text();
      expect(page).not.toContain("Ana Ruiz");
    }
    expect(await rows()).toBe(before);
  });
});
