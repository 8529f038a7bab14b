import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentWithFixtures } from "../conversations/stage/stage.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openChat } from "./citizen.ts";

const api = "/staff/api/desk";

let app: RunningApp;
let ana: SignedIn;
let luis: SignedIn;

beforeAll(async () => {
  app = await startApp({ NOW: "2026-11-23T15:00:00Z" }, { content: contentWithFixtures() });
  ana = await signedIn(app, "advisor", { name: "Ana" });
  luis = await signedIn(app, "supervisor", { name: "Luis" });
}, 120_000);
afterAll(() => app.close());

type Ticket = { id: string; conversationId: string };
type Said = { replies: { text: string; choices: { value: string }[] }[]; open: boolean };
type Entry = { did: string; on?: string; detail?: Record<string, string> };

/** A citizen who says these words, and whose ticket Ana takes. */
const claimed = async (...words: string[]) => {
  const citizen = await openChat(app.url);
  for (const said of [...words, "quiero hablar con una persona"]) {
    const before = (await citizen.read()).length;
    await citizen.say(said);
    await citizen.until((all) => all.length > before + 1);
  }
  const { waiting } = (await (await ana.get(api)).json()) as { waiting: Ticket[] };
  const ticket = waiting.find(({ conversationId }) => conversationId === citizen.conversationId)!;
  expect((await ana.send("POST", `${api}/tickets/${ticket.id}/claim`)).status).toBe(200);
  return { citizen, ticket };
};

const post = (who: SignedIn, ticket: string, path: string, body: object) => who.send("POST", `${api}/tickets/${ticket}/behalf${path}`, { key: randomUUID(), ...body });
const said = async (response: Response): Promise<Said> => {
  expect(response.status).toBe(200);
  return (await response.json()) as Said;
};
const values = ({ replies }: Said) => replies.at(-1)!.choices.map(({ value }) => value);

describe("a flow on the person's behalf", () => {
  it("is one that has a wish of its own and is not for the citizen alone", async () => {
    const flows = ((await (await ana.get(`${api}/flows?locale=en`)).json()) as { flow: string; title: string }[]);
    expect(flows.map(({ flow }) => flow)).toEqual(expect.arrayContaining(["contact", "find-tramite", "trial"]));
    expect(flows.filter(({ flow }) => ["card", "callback", "goodbye", "language", "welcome"].includes(flow))).toEqual([]);
    const { ticket } = await claimed();
    for (const flow of ["callback", "card", "no-such"]) expect((await post(ana, ticket.id, "", { flow })).status).toBe(404);
  });

  it("runs beside the conversation: the citizen hears nothing until it is sent on, and it is on record", async () => {
    const { citizen, ticket } = await claimed();
    const before = await citizen.read();
    const run = randomUUID();
    const first = await said(await post(ana, ticket.id, "", { key: run, flow: "contact" }));
    expect(first.open).toBe(true);
    expect(values(first)).toEqual(expect.arrayContaining(["line", "office"]));
    const line = await said(await post(ana, ticket.id, `/${run}`, { choice: "line" }));
    expect(line.replies).toHaveLength(2);
    expect(values(line)).toContain("done");
    const done = await said(await post(ana, ticket.id, `/${run}`, { choice: "done" }));
    expect(done.open).toBe(false);
    expect(await citizen.read()).toEqual(before);
    const { entries } = (await (await luis.get("/staff/api/audit")).json()) as { entries: Entry[] };
    expect(entries.find(({ did, on }) => did === "desk-behalf" && on === ticket.id)?.detail).toEqual({ flow: "contact" });
    const { history } = (await (await ana.get(`${api}/tickets/${ticket.id}`)).json()) as { history: { did: string; by: string; reason: string }[] };
    expect(history.at(-1)).toMatchObject({ did: "on-behalf", by: "Ana", reason: "contact" });
  });

  it("does nothing twice: the same key again gives the same", async () => {
    const { ticket } = await claimed();
    const [run, key] = [randomUUID(), randomUUID()];
    await said(await post(ana, ticket.id, "", { key: run, flow: "contact" }));
    const once = await said(await post(ana, ticket.id, `/${run}`, { key, choice: "web" }));
    expect(await said(await post(ana, ticket.id, `/${run}`, { key, choice: "web" }))).toEqual(once);
    const messages = await app.app.service.db.db.selectFrom("message").select("seq").where("turn_id", "like", `%${key}`).where("direction", "=", "in").execute();
    expect(messages).toHaveLength(1);
  });

  it("asks for no person: whoever runs it is one, and no ticket comes of it", async () => {
    const { ticket } = await claimed();
    const run = randomUUID();
    await said(await post(ana, ticket.id, "", { key: run, flow: "contact" }));
    const asked = await said(await post(ana, ticket.id, `/${run}`, { text: "quiero hablar con una persona" }));
    expect(asked.replies.some(({ text }) => text.includes("Ana"))).toBe(true);
    const tickets = await app.app.service.db.db.selectFrom("handoff").select("id").where("conversation_id", "like", "behalf-%").execute();
    expect(tickets).toEqual([]);
  });

  it("takes over what the citizen has written already, and asks for consent anew", async () => {
    const description = "El aeropuerto perdió mi maleta verde";
    const { ticket } = await claimed("ficha de ensayo", "acepto", "queja", description);
    const run = randomUUID();
    const first = await said(await post(ana, ticket.id, "", { key: run, flow: "trial" }));
    expect(values(first)).toContain("accept");
    await said(await post(ana, ticket.id, `/${run}`, { choice: "accept" }));
    await said(await post(ana, ticket.id, `/${run}`, { choice: "complaint" }));
    const { state } = await app.app.service.db.db.selectFrom("conversation").select("state").where("id", "=", `behalf-${ticket.id}-${run}`).executeTakeFirstOrThrow() as { state: { cursor: { slots: object; at: { step: string } } } };
    expect(state.cursor.slots).toMatchObject({ consent: "accept", kind: "complaint", description });
    expect(state.cursor.at.step).not.toBe("description");
  });

  it("is for who has the conversation, only as long as they have it", async () => {
    const { ticket } = await claimed();
    const run = randomUUID();
    expect((await post(luis, ticket.id, "", { flow: "contact" })).status).toBe(403);
    await said(await post(ana, ticket.id, "", { key: run, flow: "contact" }));
    expect((await post(luis, ticket.id, `/${run}`, { choice: "web" })).status).toBe(403);
    expect((await post(ana, ticket.id, `/${randomUUID()}`, { choice: "web" })).status).toBe(404);
    await ana.send("POST", `${api}/tickets/${ticket.id}/close`, { reason: "resolved" });
    expect((await post(ana, ticket.id, `/${run}`, { choice: "web" })).status).toBe(403);
  });
});
