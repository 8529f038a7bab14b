import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { Locale } from "../../../src/locale.ts";
import { startApp } from "../../support/app.ts";
import { startSmtp } from "../../support/smtp.ts";

export const monday = new Date("2026-11-23T15:00:00Z");
export const dayMs = 86_400_000;

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The whole service with a mail server of our own, and a clock that can be moved. */
export const openStage = async () => {
  let at = monday;
  const smtp = await startSmtp();
  const app = await startApp({ SMTP_URL: smtp.url, MAIL_FROM: "Ventanilla <no-responder@ventanilla.example>" }, { now: () => at });
  const { service } = app.app;
  const { db } = service.db;
  /** All letters are out, also those that the service took up by itself: the clock must not move over their leases. */
  const post = async () => {
    await service.sendMail();
    await vi.waitUntil(async () => (await db.selectFrom("mail").select("id").where("state", "=", "pending").execute()).length === 0, { timeout: 30_000, interval: 20 });
  };
  return {
    app, smtp, service, db, post,
    now: () => at,
    setClock: (instant: Date) => { at = instant; },
    /** Moves the clock by whole days, and lets time do its work. */
    pass: async (days: number) => {
      at = new Date(at.getTime() + days * dayMs);
      await service.referralJobs.tick();
      await post();
    },
    close: async () => { await app.close(); await smtp.close(); },
  };
};

/** What somebody answers when asked for a referral; `!word` presses a button. */
export type Wish = { need?: string; city?: string; institution?: string; consent?: string; name?: string; reach?: string[]; note?: string; followUp?: string; confirm?: string };

const opening = { es: "quiero que me remitan a una institución que me ayude", en: "I want to be referred to an institution that helps" } as const;

/** Talks as a citizen does; gives what was said and the keys of it. */
export const talk = ({ service }: Pick<Stage, "service">, locale: Locale, conversationId = randomUUID()) => ({
  conversationId,
  say: async (line: string) => {
    const inbound = line.startsWith("!") ? { choice: line.slice(1) } : { text: line };
    const { replies } = await service.reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale, ...inbound });
    return { keys: replies.map(({ ref }) => ref), text: replies.map(({ text }) => text).join("\n"), choices: replies.flatMap(({ choices }) => choices.map(({ value }) => value)) };
  },
});

/** Asks for a referral by the chat, with Ana's answers where nothing else is given. */
export const referByChat = async (stage: Pick<Stage, "service">, locale: Locale, wish: Wish = {}) => {
  const person = talk(stage, locale);
  const lines = [
    opening[locale], `!${wish.need ?? "legal"}`, wish.city ?? "Bucaramanga", `!${wish.institution ?? "personeria"}`, `!${wish.consent ?? "accept"}`,
    ...(wish.consent === "decline" ? [] : [
      wish.name ?? "Ana Ruiz", ...(wish.reach ?? ["!email", "ana@correo.example"]), wish.note ?? "Me niegan la salida del hospital a mi mamá", `!${wish.followUp ?? "yes"}`, `!${wish.confirm ?? "send"}`,
    ]),
  ];
  const said = [];
  for (const line of lines) said.push(await person.say(line));
  const number = /REF-\d{6}/.exec(said.at(-1)!.text)?.[0];
  return { ...person, said, number, id: number && String(Number(number.slice(4))) };
};

/** The newest link in the letters to somebody about a referral: letters may overtake one another. */
export const linkTo = ({ smtp, app }: Stage, to: string, number: string | undefined): string => {
  const links = smtp.to(to).filter(({ subject }) => subject?.includes(number!)).flatMap(({ text }) => /\S+\/referido\/\S+/.exec(text ?? "")?.[0] ?? []);
  const link = links.at(-1);
  if (!link) throw new Error(`no link in the ${smtp.to(to).length} letters to ${to}`);
  return link.replace(/^https?:\/\/[^/]+/, app.url);
};

export const post = (link: string, fields: Record<string, string>) => fetch(link, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
