import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../src/db/open.ts";
import { settingOnce } from "../../src/db/setting.ts";
import { eachDatabase } from "../setup/databases.ts";

describe.each(eachDatabase)("a setting on $kind", ({ open }) => {
  let database: OpenDb;
  afterEach(() => database.close());

  it("is made once, however many ask for it at the same time", async () => {
    database = await open();
    const asked = await Promise.all(Array.from({ length: 20 }, () => settingOnce(database.db, "secret", randomUUID)));
    expect(new Set(asked).size).toBe(1);
    expect(await settingOnce(database.db, "secret", randomUUID)).toBe(asked[0]);
    expect(await settingOnce(database.db, "other", randomUUID)).not.toBe(asked[0]);
  });
});
