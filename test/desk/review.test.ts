import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { offerDiff } from "../../src/answers/offer.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";

const root = join(import.meta.dirname, "../..");
const api = "/staff/api/review";

let now = new Date("2026-11-23T15:00:00Z");
let app: RunningApp;
let eva: SignedIn;

beforeAll(async () => {
  app = await startApp({}, { now: () => now });
  eva = await signedIn(app, "supervisor", { name: "Eva" });
}, 120_000);
afterAll(() => app.close());

type Group = { id: string; text: string; count: number; locales: string[]; why: string[]; texts: string[] };

const say = (text: string, locale: "es" | "en" = "es", conversationId: string = randomUUID()) =>
  app.app.service.reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale, text });
const list = async (): Promise<Group[]> => ((await (await eva.get(api)).json()) as { groups: Group[] }).groups;
const groupWith = async (words: string) => (await list()).find(({ texts }) => texts.some((text) => text.includes(words)));
const decide = (id: string, decision: object) => eva.send("POST", `${api}/${id}`, decision);

/** A question that the service really has no answer to. */
const asked = async (text: string): Promise<Group> => {
  expect((await say(text)).outcome).toMatch(/^unanswered-/);
  return (await groupWith("pelafustán"))!;
};

/** A question without an answer, as a turn leaves it; its group. */
const unanswered = async (text: string, locale: "es" | "en" = "es"): Promise<Group> => {
  const { db } = app.app.service.db;
  const turn = { conversation_id: randomUUID(), turn_id: randomUUID(), channel: "web", outcome: "unanswered-unclear", locale, passages: "[]", ms: 1, at: now };
  const { id } = await db
    .insertInto("turn")
    .values({ ...turn, intent: null, flow: null, step: null, score: null, model: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("turn_text").values({ turn: id, text, expires_at: new Date(now.getTime() + 86_400_000) }).execute();
  return (await groupWith(text))!;
};

/** A clone of the content with a repository of its own, as whoever commits has it. */
const clone = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "review-"));
  cpSync(join(root, "knowledge"), join(folder, "knowledge"), { recursive: true });
  execFileSync("git", ["init", "-q"], { cwd: folder });
  return folder;
};
const git = (folder: string, patch: string, ...args: string[]) => {
  const file = join(folder, "offered.patch");
  writeFileSync(file, patch);
  return execFileSync("git", ["apply", ...args, file], { cwd: folder, encoding: "utf8" });
};

describe("questions without a good answer", () => {
  it("stand together when they ask alike, by letters or by words, with their count and languages", async () => {
    const words = ["xilófono grumoso para marimbas", "xilofono grumozo para marimbas", "para marimbas xilófono grumoso"];
    for (const text of words) await unanswered(text);
    await unanswered("blorptastic wibblegrommet licences", "en");
    const group = await groupWith("grumoso");
    expect(group).toMatchObject({ count: 3, why: ["unanswered"], text: words[0] });
    expect(group!.texts).not.toContain("blorptastic wibblegrommet licences");
    const detail = (await (await eva.get(`${api}/${group!.id}`)).json()) as { group: Group; nearest: { pair: string }[] };
    expect(detail.group).toMatchObject({ id: group!.id, count: 3 });
    expect(Array.isArray(detail.nearest)).toBe(true);
  });

  it("are here as well when the conversation got a bad mark, and answers that were liked are not", async () => {
    const [bad, good] = [randomUUID(), randomUUID()];
    const question = "¿Cuántos días hábiles tienen para responder una petición?";
    for (const id of [bad, good]) expect((await say(question, "es", id)).outcome).toBe("answered");
    expect(await groupWith("días hábiles")).toBeUndefined();
    const { db } = app.app.service.db;
    const rating = { locale: "es", channel: "web", at: now };
    await db.insertInto("rating").values([{ conversation_id: bad, score: 2, ...rating }, { conversation_id: good, score: 3, ...rating }]).execute();
    expect(await groupWith("días hábiles")).toMatchObject({ count: 1, why: ["poor-rating"] });
  });

  it("keep no word of a person: they are redacted, and go when their retention ends", async () => {
    const group = await asked("cómo se zarpulla un pelafustán, escriba a ana.ruiz@example.org");
    expect(JSON.stringify(group)).not.toContain("ana.ruiz@example.org");
    now = new Date(now.getTime() + 31 * 86_400_000);
    expect(await groupWith("pelafustán")).toBeUndefined();
    now = new Date("2026-11-23T15:00:00Z");
  });
});

describe("what a supervisor decides", () => {
  it.each([
    ["a further way to ask", { decision: "question", locale: "es", text: "qué hago con el zarpullo: \"urgente\"", pair: "answer-terms#general" }],
    ["a further way to ask a passage of another file", { decision: "question", locale: "en", text: "where does the gribbit office sit", pair: "contact-channels#video-call" }],
    ["a word for another", { decision: "alias", locale: "es", text: "zarpullito", word: "pasaporte" }],
    ["two words that stand in no group", { decision: "alias", locale: "en", text: "gribbit", word: "flonk" }],
    ["not ours", { decision: "not-ours", locale: "en", text: "yes: can you fix my gribbit?" }],
  ])("%s is offered as a diff that git applies, and the knowledge reads it", async (_name, decision) => {
    const { id } = await unanswered(`zanquilargo ${decision.text}`, decision.locale as "es" | "en");
    const preview = (await (await eva.send("POST", `${api}/preview`, decision)).json()) as { diff: string };
    const decided = await decide(id, decision);
    expect(decided.status).toBe(200);
    const { diff } = (await decided.json()) as { diff: string };
    expect(diff).toBe(preview.diff);
    const folder = clone();
    git(folder, diff, "--check");
    git(folder, diff);
    const { knowledge, faults } = loadKnowledge(join(folder, "knowledge"));
    expect(faults).toEqual([]);
    expect(diff.split("\n").filter((line) => /^-(?!--)/.test(line)).length).toBeLessThanOrEqual(1);
    if ("pair" in decision) expect(knowledge.passages.some(({ pair, asks }) => pair === decision.pair && asks.includes(decision.text))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it("leaves the list with all that asks alike, once, and is on record", async () => {
    await unanswered("tarambano de quisquillas verdes");
    const { id } = await unanswered("tarambano de kisquillas verdes");
    expect((await decide(id, { decision: "dismissed", locale: "es" })).status).toBe(200);
    expect(await groupWith("tarambano")).toBeUndefined();
    expect((await decide(id, { decision: "dismissed", locale: "es" })).status).toBe(404);
    const { entries } = (await (await eva.get("/staff/api/audit")).json()) as { entries: { did: string; on?: string; who: { id: string } }[] };
    expect(entries.find(({ did, on }) => did === "review-decide" && on === id)?.who.id).toBe(eva.id);
    const again = await unanswered("tarambano de quisquillas verdes");
    expect(again.count).toBe(1);
  });

  it("is heard once when two decide at once", async () => {
    const { id } = await unanswered("perendengue trapisonda mochuelo");
    const statuses = await Promise.all([1, 2, 3].map(async () => (await decide(id, { decision: "dismissed", locale: "es" })).status));
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
  });

  it("can be taken along as one patch, until it stands in the files", async () => {
    const patch = await (await eva.get(`${api}/patch`)).text();
    const folder = clone();
    git(folder, patch, "--check");
    expect(patch.match(/^diff --git/gm)!.length).toBeGreaterThan(2);
    git(folder, patch);
    const changes = await app.app.service.db.db.selectFrom("review_decision").selectAll().where("decision", "=", "not-ours").execute();
    expect(changes.length).toBeGreaterThan(0);
    expect(offerDiff(join(folder, "knowledge"), changes.map(({ locale, text }) => ({ decision: "not-ours", locale, text: text! })))).toBe("");
    rmSync(folder, { recursive: true });
  });

  it.each([
    { decision: "question", locale: "es", text: "algo", pair: "no-such#passage" },
    { decision: "question", locale: "es", text: "dos\nlíneas", pair: "answer-terms#general" },
    { decision: "alias", locale: "es", text: "algo" },
    { decision: "not-ours", locale: "fr", text: "algo" },
    { decision: "forget" },
  ])("is refused where it makes no sense: %o", async (wrong) => {
    const { id } = (await groupWith("grumoso"))!;
    expect((await decide(id, wrong)).status).toBe(422);
    expect((await groupWith("grumoso"))!.count).toBe(3);
  });
});
