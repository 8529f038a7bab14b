import { afterAll, beforeAll, expect, test } from "vitest";
import { newChat, startBot, type Bot } from "../channels/telegram/bot.ts";
import { jpeg } from "./chat.ts";

let bot: Bot;
beforeAll(async () => { bot = await startBot({ memory: true }); });
afterAll(() => bot.close());

test.each(["before it is asked for", "where it is asked for"])("an album that comes %s: each picture is kept for the case", async (when) => {
  const chat = newChat();
  const say = (said: string | Record<string, unknown>) => bot.tell(bot.telegram.message(chat, said));
  await say("quiero presentar un reclamo");
  await say("Sí, autorizo");
  let heard = await say("Pagué dos veces el certificado en la oficina de Cali y quiero que me devuelvan el dinero");
  if (when === "where it is asked for") {
    heard = await say("reclamo");
    for (let i = 0; i < 4 && heard.replies.at(-1)?.ref !== "file-case.evidence.ask"; i++) heard = await say("omitir");
    expect(heard.replies.at(-1)?.ref).toBe("file-case.evidence.ask");
  }
  for (const id of ["a", "b", "c"]) bot.telegram.keep(`${id}${chat}`, Buffer.from([...jpeg, id.charCodeAt(0)]));
  const album = ["a", "b", "c"].map((id) => bot.telegram.message(chat, { photo: [{ file_id: `${id}${chat}` }], media_group_id: String(chat) }));
  bot.telegram.deliver(...album);
  await expect.poll(kept, { timeout: 30_000 }).toBe(3);
});

/** How many files the open flow of the chat that wrote last holds. */
const kept = async (): Promise<number> => {
  const { conversation_id: id } = await bot.app.service.db.db.selectFrom("message").select("conversation_id").where("direction", "=", "in").orderBy("created_at", "desc").orderBy("seq", "desc").limit(1).executeTakeFirstOrThrow();
  const { state } = await bot.app.service.db.db.selectFrom("conversation").select("state").where("id", "=", id).executeTakeFirstOrThrow();
  const { evidence } = (state as { cursor: { slots: { evidence?: unknown[] } } }).cursor.slots;
  return evidence?.length ?? 0;
};
