import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Update } from "../../support/telegram-world.ts";
import { newChat, startBot, until, type Bot } from "./bot.ts";

let bot: Bot;
beforeAll(async () => { bot = await startBot({ memory: true }); });
afterAll(() => bot.close());

const say = (chat: number, said: string | Record<string, unknown>, language?: string) =>
  bot.tell(bot.telegram.message(chat, said, language));

const edited = (update: Update, fields: Record<string, unknown>): Update => ({
  update_id: bot.telegram.message(newChat(), "").update_id,
  edited_message: { ...(update["message"] as object), ...fields, edit_date: 1_795_000_100 },
});

describe("what a citizen writes on Telegram", () => {
  it("is answered in the language of the client, then of the words", async () => {
    const [ana, bob] = [newChat(), newChat()];
    expect((await say(ana, "/start", "es")).replies[0]).toMatchObject({ ref: "welcome.hello", locale: "es" });
    expect((await say(bob, "/start", "en-GB")).replies[0]).toMatchObject({ ref: "welcome.hello", locale: "en" });
    const asked = await say(ana, "how much does the cédula de extranjería cost, please?");
    expect(asked.replies[0]!.locale).toBe("en");
    expect(asked.sent.length).toBe(asked.replies.length);
    expect(bot.telegram.sent(ana).every(({ html }) => html)).toBe(true);
  });

  it("opens at the flow of a deep link, at the menu for one that it does not know", async () => {
    expect((await say(newChat(), "/start contact")).turn).toMatchObject({ outcome: "flow-started", flow: "contact" });
    expect((await say(newChat(), "/start contact_find")).turn).toMatchObject({ outcome: "flow-started", flow: "contact" });
    expect((await say(newChat(), "/start pqrsdf")).outcome).toBe("flow-started");
    expect((await say(newChat(), "/start no-such-thing-9")).turn).toMatchObject({ outcome: "flow-started", flow: "welcome" });
  });

  it("has a menu of commands in both languages", async () => {
    await until(() => bot.telegram.commands.size === 3);
    const { texts } = bot.app.service.content;
    for (const locale of ["es", "en"] as const) {
      const menu = bot.telegram.commands.get(locale)!;
      expect(menu.map(({ command }) => command)).toContain(texts.text("channel.telegram.person.command", locale));
      expect(menu.map(({ description }) => description)).toContain(texts.text("channel.telegram.help.description", locale));
      expect(new Set(menu.map(({ command }) => command)).size).toBe(menu.length);
    }
    expect(bot.telegram.commands.get("")).toEqual(bot.telegram.commands.get("es"));
  });

  it.each(["es", "en"] as const)("obeys every command of its menu in %s, whatever the client speaks", async (locale) => {
    const chat = newChat();
    const { texts } = bot.app.service.content;
    const wanted = { menu: "welcome", tramites: "find-tramite", contact: "contact", language: "language" };
    for (const [name, flow] of Object.entries(wanted)) {
      const word = texts.text(`channel.telegram.${name}.command`, locale);
      const { turn } = await say(chat, `/${word}@VentanillaBot`, locale === "es" ? "en" : "es");
      expect(turn).toMatchObject({ outcome: "flow-started", flow, locale });
    }
    const outcome = async (name: string) => (await say(chat, `/${texts.text(`channel.telegram.${name}.command`, locale)}`)).outcome;
    expect(await outcome("help")).toBe("repaired-help");
    expect(await outcome("cancel")).toBe("repaired-cancel");
    expect(await outcome("person")).toBe("handed-off-requested");
  });

  it.each([
    ["photo", { photo: [{ file_id: "a", width: 1, height: 1 }] }],
    ["voice", { voice: { file_id: "a", duration: 3 } }],
    ["video", { video_note: { file_id: "a", length: 1, duration: 3 } }],
    ["document", { document: { file_id: "a" } }],
    ["sticker", { sticker: { file_id: "a", emoji: "👍" } }],
    ["location", { location: { latitude: 4.6, longitude: -74 } }],
    ["contact", { contact: { phone_number: "3001234567", first_name: "Ana" } }],
    ["other", { poll: { id: "1", question: "?", options: [] } }],
    ["empty", {}],
  ])("says what it cannot read: %s", async (kind, fields) => {
    const { outcome, refs } = await say(newChat(), fields);
    expect(outcome).toBe("repaired-unsupported");
    expect(refs[0]).toBe(`repair.unsupported.${kind}`);
  });

  it("reads the words under a picture", async () => {
    const { outcome } = await say(newChat(), { photo: [{ file_id: "a" }], caption: "/start contact" });
    expect(outcome).toBe("flow-started");
  });

  it("takes an album for one message", async () => {
    const chat = newChat();
    const album = [1, 2, 3].map((n) => bot.telegram.message(chat, { photo: [{ file_id: String(n) }], media_group_id: `${chat}` }));
    bot.telegram.deliver(...album);
    await say(chat, "/start");
    expect(bot.telegram.sent(chat).filter(({ text }) => text === bot.telegram.sent(chat)[0]!.text)).toHaveLength(1);
    expect(await bot.turns(...album)).toEqual([]);
  });

  it("answers an edited question anew", async () => {
    const chat = newChat();
    const asked = bot.telegram.message(chat, "/start welcome");
    await bot.tell(asked);
    expect((await bot.tell(edited(asked, { text: "/start contact" }))).turn).toMatchObject({ outcome: "flow-started", flow: "contact" });
  });

  it("keeps an answer that a flow has taken, and asks its open question again", async () => {
    const chat = newChat();
    const { texts } = bot.app.service.content;
    await say(chat, "/start contact");
    const answer = bot.telegram.message(chat, texts.text("contact.channel.web", "es"));
    expect((await bot.tell(answer)).outcome).toBe("flow-continued");
    const again = await bot.tell(edited(answer, { text: texts.text("contact.channel.office", "es") }));
    expect(again.turn).toMatchObject({ outcome: expect.stringMatching(/^repaired-/), flow: "contact", step: "channel" });
  });

  it("does not follow a location that moves", async () => {
    const chat = newChat();
    const shared = bot.telegram.message(chat, { location: { latitude: 1, longitude: 2 } });
    await bot.tell(shared);
    const moved = edited(shared, { location: { latitude: 1, longitude: 3 } });
    bot.telegram.deliver(moved);
    await say(chat, "/start");
    expect(await bot.turns(moved)).toEqual([]);
  });

  it("leaves groups, channels and Telegram's own notices alone", async () => {
    const chat = newChat();
    const inGroup = bot.telegram.message(chat, { text: "hola", chat: { id: -100, type: "supergroup", title: "vecinos" } });
    const pinned = bot.telegram.message(chat, { pinned_message: { message_id: 1 } });
    const post = { update_id: inGroup.update_id + 50_000_000, channel_post: { message_id: 1, chat: { id: -5, type: "channel" }, date: 1 } };
    bot.telegram.deliver(inGroup, pinned, post);
    await say(chat, "/start");
    expect(await bot.turns(inGroup, pinned, post)).toEqual([]);
    expect(bot.telegram.sent(-100)).toEqual([]);
  });

  it("may hold any character", async () => {
    const { outcome, states } = await say(newChat(), "\u0000 <b>¿&amp; \ud800 **x [y](z)");
    expect(outcome).not.toBe("failed");
    expect(new Set(states)).toEqual(new Set(["sent"]));
  });

  it("leaves no chat id in any turn, message or conversation's name", async () => {
    const chat = newChat();
    const { turn } = await say(chat, "hola");
    const { db } = bot.app.service.db;
    const [turns, texts, messages] = await Promise.all([
      db.selectFrom("turn").selectAll().execute(), db.selectFrom("turn_text").selectAll().execute(), db.selectFrom("message").selectAll().execute(),
    ]);
    expect(turns.map((row) => row.conversation_id)).toContain(turn.conversation_id);
    expect(JSON.stringify([turns, texts, messages])).not.toContain(String(chat));
  });
});
