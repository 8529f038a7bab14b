import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp, type App } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createDatabase } from "../setup/services.ts";
import { isBot, newCitizen, secret, type Activity } from "./citizen.ts";
import { publishedContent } from "../support/content.ts";

let apps: App[];
let urls: string[];
beforeAll(async () => {
  const environment = { PORT: "0", LOG_LEVEL: "silent", DIRECTLINE_SECRET: secret, DATABASE_URL: await createDatabase(inject("postgresUrl")) };
  const content = publishedContent();
  apps = [await createApp(readConfig(environment), { content }), await createApp(readConfig(environment), { content })];
  urls = await Promise.all(apps.map((app) => app.listen()));
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

const said = ["hola", "gracias", "¿cuánto cuesta el salvoconducto?", "menú", "ayuda"];
const place = ({ id }: Activity): number => Number(id.split("|")[1]);
const shuffled = <T>(list: T[]): T[] => list.map((item) => ({ item, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);

describe("fifty conversations at once, each message sent to either replica and some twice", () => {
  it("give each message one turn, replies in order and numbers without gaps", async () => {
    const citizens = await Promise.all(Array.from({ length: 50 }, () => newCitizen(urls[0]!)));
    const posts = citizens.flatMap((citizen) =>
      said.flatMap((text) => {
        const id = randomUUID();
        return Array.from({ length: Math.random() < 0.3 ? 2 : 1 }, () => ({ citizen, text, id }));
      }));
    const statuses = await Promise.all(shuffled(posts).map(({ citizen, text, id }) => citizen.say(urls[Math.random() < 0.5 ? 0 : 1]!, text, id)));
    expect(new Set(statuses)).toEqual(new Set([200]));

    for (const citizen of citizens) {
      const all = await citizen.answered(urls[0]!, said.length, 60_000);
      expect(all.map(place)).toEqual(all.map((_, i) => i + 1));
      const asked = all.filter((activity) => !isBot(activity));
      expect(asked.map(({ text }) => text).sort()).toEqual([...said].sort());
      const answeredInOrder = [...new Set(all.filter(isBot).map(({ replyToId }) => replyToId))];
      expect(answeredInOrder).toEqual(asked.map(({ id }) => id));
      expect(all.filter(isBot).map(({ channelData }) => channelData.outcome)).not.toContain("failed");
    }
    const turns = await apps[0]!.service.db.db.selectFrom("turn").select("turn_id").execute();
    expect(turns).toHaveLength(citizens.length * said.length);
  });
});
