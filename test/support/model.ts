import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What the stand-in was sent, as far as it is looked at. */
export type Asked = { language: "es" | "en"; question: string; passages: { id: string; heading: string; text: string }[] };
export type Sentence = { text: string; cites: string[] };
export type Request = { path: string; body: string; asked?: Asked };

/** How it behaves: a status to refuse with, a way of failing, or what it writes. */
export type Behaviour =
  | { status: number; times?: number }
  | { fails: "hang" | "drip" | "cut" | "reset" | "html" | "empty-body"; times?: number }
  | { raw: string }
  | { writes: (asked: Asked) => Sentence[]; pauseMs?: number; /** It keeps its last piece back until then. */ holds?: Promise<unknown> };

export type ModelStandIn = Awaited<ReturnType<typeof startModel>>;

/** An OpenAI-compatible endpoint on a free port of loopback: chat completions, streamed, and embeddings. */
export const startModel = async ({ embed = () => [1] }: { embed?: (text: string) => number[] } = {}) => {
  const requests: Request[] = [];
  let behaviour: Behaviour = { writes: firstSentences };
  const server = createServer((req, res) => {
    void (async () => {
      const body = await bodyOf(req);
      const path = req.url ?? "";
      const asked = path.endsWith("/chat/completions") ? askedIn(body) : undefined;
      requests.push({ path, body, ...(asked ? { asked } : {}) });
      await answer(res, now(), asked, body, embed);
    })().catch(() => res.destroy());
  });
  const now = (): Behaviour => {
    const current = behaviour;
    if ("times" in current && current.times !== undefined && --current.times <= 0) behaviour = { writes: firstSentences };
    return current;
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return {
    url,
    requests,
    environment: { OPENAI_BASE_URL: url, OPENAI_API_KEY: "stand-in", OPENAI_MODEL: "stand-in" },
    behave: (next: Behaviour) => { behaviour = next; },
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
};

/** An honest answer: the first sentences of the first passage, word by word. */
export const firstSentences = ({ passages: [first] }: Asked): Sentence[] =>
  first!.text.replaceAll("**", "").replace(/\n+- /g, "\n").split(/(?<=[.;:])\s+/).slice(0, 2).map((text) => ({ text, cites: [first!.id] }));

const answer = async (res: ServerResponse, how: Behaviour, asked: Asked | undefined, body: string, embed: (text: string) => number[]): Promise<void> => {
  if ("status" in how) return void json(res, { error: { message: "no" } }, how.status);
  if ("fails" in how) return fail(res, how.fails);
  if (!asked) return void json(res, embeddings(body, embed));
  const text = "raw" in how ? how.raw : JSON.stringify({ sentences: how.writes(asked) });
  res.writeHead(200, { "content-type": "text/event-stream" });
  const pieces = text.match(/[\s\S]{1,40}/gu) ?? [];
  for (const [at, piece] of pieces.entries()) {
    if (at === pieces.length - 1 && "holds" in how) await how.holds;
    chunk(res, { delta: { role: "assistant", content: piece } });
    if ("pauseMs" in how && how.pauseMs) await wait(how.pauseMs);
  }
  chunk(res, { delta: {}, finish_reason: "stop" });
  res.write(`data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 1, model: "m", choices: [], usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 } })}\n\n`);
  res.end("data: [DONE]\n\n");
};

const fail = async (res: ServerResponse, how: "hang" | "drip" | "cut" | "reset" | "html" | "empty-body"): Promise<void> => {
  if (how === "hang") return;
  if (how === "reset") return void res.destroy();
  if (how === "html") return void res.writeHead(200, { "content-type": "text/html" }).end("<html><body>Bad gateway</body></html>");
  if (how === "empty-body") return void res.writeHead(200).end();
  res.writeHead(200, { "content-type": "text/event-stream" });
  chunk(res, { delta: { role: "assistant", content: '{"sentences":[{"text":"' } });
  if (how === "cut") return void setTimeout(() => res.destroy(), 20);
  while (!res.destroyed) {
    await wait(50);
    chunk(res, { delta: { content: "a" } });
  }
};

const chunk = (res: ServerResponse, choice: object): void => {
  res.write(`data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, finish_reason: null, ...choice }] })}\n\n`);
};

const embeddings = (body: string, embed: (text: string) => number[]): object => {
  const { input } = JSON.parse(body) as { input: string[] };
  return { object: "list", model: "m", data: input.map((text, index) => ({ object: "embedding", index, embedding: embed(text) })), usage: { prompt_tokens: 1, total_tokens: 1 } };
};

const askedIn = (body: string): Asked => {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
  return JSON.parse(messages.at(-1)!.content) as Asked;
};

const json = (res: ServerResponse, value: object, status = 200) =>
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

const bodyOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const part of stream) chunks.push(part);
  return Buffer.concat(chunks).toString();
};
