import { sql } from "kysely";
import { afterEach, describe, expect, inject, it } from "vitest";
import { channels, outcomes } from "../../src/conversation/message.ts";
import { migrate } from "../../src/db/migrate.ts";
import { type OpenDb, openDb } from "../../src/db/open.ts";
import { locales } from "../../src/locale.ts";
import { eachDatabase } from "../setup/databases.ts";
import { quiet } from "../setup/quiet.ts";
import { createDatabase } from "../setup/services.ts";
import { conversation, inbound, turn } from "./rows.ts";

describe.each(eachDatabase)("the tables on $kind", ({ open }) => {
  let database: OpenDb;
  afterEach(() => database.close());

  it("are made once", async () => {
    database = await open();
    expect(await migrate(database.db)).toEqual([]);
  });

  it("take one inbound for a turn, however often the channel delivers it", async () => {
    database = await open();
    const { db } = database;
    await db.insertInto("conversation").values([conversation("a"), conversation("b")]).execute();
    await db.insertInto("message").values(inbound("a", 1, "update-7")).execute();
    await expect(db.insertInto("message").values(inbound("b", 1, "update-7")).execute()).rejects.toMatchObject({
      code: "23505",
      constraint: "message_inbound_once",
    });
    const reply = { ...inbound("a", 2, "update-7"), direction: "out" as const };
    await db.insertInto("message").values([reply, { ...reply, seq: 3 }]).execute();
  });

  it("take one outcome for a turn", async () => {
    database = await open();
    await database.db.insertInto("turn").values(turn("a", "1")).execute();
    await expect(database.db.insertInto("turn").values(turn("a", "1")).execute()).rejects.toMatchObject({ code: "23505" });
  });

  it("forget a conversation with its messages and deliveries, and keep its figures", async () => {
    database = await open();
    const { db } = database;
    await db.insertInto("conversation").values(conversation("a")).execute();
    await db.insertInto("message").values(inbound("a", 1, "1")).execute();
    const delivery = { conversation_id: "a", seq: 1, state: "pending", attempts: 0, next_attempt_at: new Date(), external_id: null } as const;
    await db.insertInto("delivery").values(delivery).execute();
    const { id } = await db.insertInto("turn").values(turn("a", "1")).returning("id").executeTakeFirstOrThrow();
    await db.insertInto("turn_text").values({ turn: id, text: "…", expires_at: new Date() }).execute();

    await db.deleteFrom("conversation").execute();
    expect(await db.selectFrom("message").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("delivery").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("turn").select("outcome").execute()).toHaveLength(1);

    await db.deleteFrom("turn").execute();
    expect(await db.selectFrom("turn_text").selectAll().execute()).toEqual([]);
  });

  it("know every outcome, channel and language of the code, and no other", async () => {
    database = await open();
    const { db } = database;
    const rows = [
      ...outcomes.map((outcome) => ({ ...turn("a", outcome), outcome })),
      ...channels.map((channel) => ({ ...turn("a", "channel"), channel })),
      ...locales.map((locale) => ({ ...turn("a", `locale ${locale}`), locale })),
    ];
    await db.insertInto("turn").values(rows).execute();
    for (const wrong of [{ outcome: "answered-well" }, { channel: "fax" }, { locale: "fr" }]) {
      await expect(db.insertInto("turn").values({ ...turn("b", "b"), ...wrong }).execute()).rejects.toMatchObject({ code: "23514" });
    }
  });

  it("give bigints and days as text, instants as Date, and JSON as it was", async () => {
    database = await open();
    const at = new Date("2026-11-23T14:00:00.123Z");
    await database.db.insertInto("turn").values({ ...turn("a", "1"), at, passages: JSON.stringify(["x#y"]) }).execute();
    const row = await database.db
      .selectFrom("turn")
      .select(["id", "at", "passages"])
      .select(sql`date '2026-11-23'`.as("day"))
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ id: expect.stringMatching(/^\d+$/) as string, at, passages: ["x#y"], day: "2026-11-23" });
  });
});

describe("replicas that start together", () => {
  it("make the tables once", async () => {
    const databaseUrl = await createDatabase(inject("postgresUrl"));
    const replicas = await Promise.all(
      Array.from({ length: 5 }, () => openDb({ databaseUrl, dataDir: "unused", log: quiet, poolSize: 2 })),
    );
    const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(replicas[0]!.db);
    expect(rows.rows.length).toBeGreaterThan(0);
    await Promise.all(replicas.map(({ close }) => close()));
  });
});
