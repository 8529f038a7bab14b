import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startApp, type RunningApp } from "../../support/app.ts";
import { call, type Grant } from "../../support/direct-line.ts";
import { startModel, type ModelStandIn } from "../../support/model.ts";

type Frame = {
  type: string; id: string; text: string; entities?: { type: string }[];
  channelData?: { streamId?: string; streamType?: string; streamSequence?: number; outcome?: string; body?: string };
};

const question = "¿Qué es la carta de trato digno?";
const sentences = ["La carta de trato digno es un documento que cada autoridad debe publicar.", "Deben ponerla al día cada año."];
const lie = "Cuesta 80.000 pesos en https://evil.example.";

let model: ModelStandIn;
let app: RunningApp;
beforeAll(async () => {
  model = await startModel();
  app = await startApp(model.environment);
}, 300_000);
afterAll(async () => {
  await app.close();
  await model.close();
});

const talk = async () => {
  const { token } = (await call(app, "tokens/generate")).json as Grant;
  const grant = (await call(app, "conversations", { token })).json as Grant;
  const frames: Frame[] = [];
  const socket = new WebSocket(grant.streamUrl!);
  socket.on("message", (data: Buffer) => { if (data.length > 0) frames.push(...(JSON.parse(data.toString()) as { activities: Frame[] }).activities); });
  await new Promise((resolve) => socket.once("open", resolve));
  await call(app, `conversations/${grant.conversationId}/activities`, { token, body: { type: "message", text: question, locale: "es", from: { id: "citizen" } } });
  await expect.poll(() => frames.some(({ channelData }) => channelData?.outcome === "answered"), { timeout: 30_000 }).toBe(true);
  socket.close();
  const { json } = await call(app, `conversations/${grant.conversationId}/activities`, { method: "GET", token });
  return { frames, stored: (json as { activities: Frame[] }).activities };
};

it("an answer grows sentence by sentence, and its stored message takes its place", async () => {
  model.behave({ writes: () => sentences.map((text) => ({ text, cites: ["p1"] })), pauseMs: 5 });
  const { frames, stored } = await talk();
  const growing = frames.filter(({ type }) => type === "typing");
  expect(growing.map(({ text, channelData }) => [text, channelData?.streamSequence])).toEqual([[sentences[0], 1], [sentences.join(" "), 2]]);
  const last = frames.at(-1)!;
  expect(last.channelData).toMatchObject({ streamType: "final", streamId: growing[0]!.id, body: sentences.join(" ") });
  expect(growing.every(({ entities }) => entities?.[0]?.type === "streaminfo")).toBe(true);
  expect(stored.map(({ type }) => type)).toEqual(["message", "message"]);
});

it("only what was checked grows; what follows a lie is the passage", async () => {
  model.behave({ writes: () => [sentences[0]!, lie, sentences[1]!].map((text) => ({ text, cites: ["p1"] })), pauseMs: 5 });
  const { frames } = await talk();
  expect(frames.filter(({ type }) => type === "typing").map(({ text }) => text)).toEqual([sentences[0]]);
  expect(JSON.stringify(frames)).not.toContain("evil");
  expect(frames.at(-1)!.channelData?.body).toContain("**");
});
