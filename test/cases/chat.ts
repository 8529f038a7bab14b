import { expect } from "vitest";
import type { RunningApp } from "../support/app.ts";
import { call, newGrant, type Activity, type Grant } from "../support/direct-line.ts";

/** What came back: the keys of nothing, but the words, the buttons and the outcome. */
export type Heard = { outcome: string | undefined; text: string; choices: string[] };

export type Chat = {
  grant: Grant;
  /** Writes words; gives what is answered. */
  say: (text: string) => Promise<Heard>;
  /** Presses a button by its value. */
  press: (choice: string) => Promise<Heard>;
  /** Uploads a file; gives the status and what is answered. */
  attach: (bytes: Uint8Array, name: string, type: string) => Promise<Heard & { status: number }>;
};

/** A citizen who talks over Direct Line, as any client does. */
export const openChat = async (app: RunningApp, given?: Grant): Promise<Chat> => {
  const grant = given ?? (await newGrant(app));
  let mark = given ? await lastOf(app, grant) : "0";
  const heard = async (): Promise<Heard> => {
    await app.app.service.reception.settled();
    const set = (await call(app, `conversations/${grant.conversationId}/activities?watermark=${mark}`, { method: "GET", token: grant.token })).json as { activities: Activity[]; watermark: string };
    mark = set.watermark;
    const said = set.activities.filter(({ from }) => from.role === "bot");
    return { outcome: said.at(-1)?.channelData.outcome, text: said.map(({ text }) => text).join("\n"), choices: said.flatMap(({ channelData }) => (channelData.choices ?? []).map(({ value }) => value)) };
  };
  const post = async (activity: object): Promise<Heard> => {
    const answer = await call(app, `conversations/${grant.conversationId}/activities`, { token: grant.token, body: { type: "message", from: { id: "citizen" }, ...activity } });
    expect(answer.status).toBe(200);
    return heard();
  };
  return {
    grant,
    say: (text) => post({ text }),
    press: (choice) => post({ text: choice, channelData: { choice } }),
    attach: async (bytes, name, type) => {
      const form = new FormData();
      form.append("activity", new Blob([JSON.stringify({ type: "message", from: { id: "citizen" } })], { type: "application/vnd.microsoft.activity" }));
      form.append("file", new Blob([Buffer.from(bytes)], { type }), name);
      const response = await fetch(`${app.url}/v3/directline/conversations/${grant.conversationId}/upload`, { method: "POST", headers: { authorization: `Bearer ${grant.token}` }, body: form });
      await response.text();
      return { status: response.status, ...(await heard()) };
    },
  };
};

const lastOf = async (app: RunningApp, { conversationId, token }: Grant): Promise<string> =>
  String((await call(app, `conversations/${conversationId}/activities`, { method: "GET", token })).json["watermark"]);

export const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);

/** The number and the code that the chat gave. */
export const given = ({ text }: Heard): { radicado: string; code: string } => ({
  radicado: /[A-Z]{2,4}-\d{4}-\d{6}-[A-Z]{2}/.exec(text)![0], code: /\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text.replace(/[A-Z]{2,4}-\d{4}-\d{6}-[A-Z]{2}/g, ""))![0],
});
