import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inMemory } from "../../src/console/in-memory.ts";
import type { Service } from "../../src/service.ts";
import { play, transcript } from "../support/transcript.ts";

const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml") && !file.startsWith("fixtures"));

/** Ten in Bogotá: the desk is open, and nobody is at it. */
const mondayMorning = "2026-11-23T15:00:00Z";

describe("transcripts", () => {
  let service: Service;
  beforeAll(async () => {
    service = await inMemory({ NOW: mondayMorning });
    await service.appointmentJobs.prepare();
  });
  afterAll(() => service.close());

  test.each(files)("%s", async (file) => {
    const given = transcript.parse(parse(readFileSync(join(here, file), "utf8")));
    expect(await play(service, given), relative(here, file)).toEqual([]);
  });
});
