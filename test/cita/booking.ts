import { randomUUID } from "node:crypto";
import type { RunningApp } from "../support/app.ts";

const words = [
  "quiero una cita para el duplicado del PPT", "Bogotá", "lo antes posible", "la primera", "sí", "una persona adulta",
  "Ana Ruiz", "cc 1020345678", "ana@correo.co", "omitir", "sí", "mi cita", "!papers", "no puedo ir", "!no", "cuándo viene la unidad móvil", "omitir",
];

/** Books as a citizen would, goes on talking about it, and gives number, code and every address that was said. */
export const bookByChat = async ({ app }: RunningApp) => {
  const conversationId = randomUUID();
  let said = "";
  for (const line of words) {
    const inbound = line.startsWith("!") ? { choice: line.slice(1) } : { text: line };
    const { replies } = await app.service.reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale: "es", ...inbound });
    said += replies.map(({ text }) => text).join("\n");
  }
  const [, number, code] = /\*\*(A\d+-[A-Z]{2})\*\*[^]*?\*\*(\w{4}-\w{4})\*\*/.exec(said) ?? [];
  const links = [...said.matchAll(/https?:\/\/[^\s)\]]+/g)].map(([link]) => link.replace(/[.,;:]+$/, ""));
  const calendar = links.find((link) => link.endsWith(".ics"));
  if (!number || !code || !calendar) throw new Error(`nothing was booked: ${said.slice(-600)}`);
  return { conversationId, number, code, calendar, links };
};
