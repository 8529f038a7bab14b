import type { Request, Response } from "express";
import { keptFile } from "../../conversation/files.ts";
import type { DirectLineParts } from "./routes.ts";
import { readToken, signToken } from "./token.ts";

/** Where a file of a conversation is fetched, with a token that opens only files, and only of this conversation. */
export const fileLink = ({ secret, publicUrl, now }: Pick<DirectLineParts, "secret" | "publicUrl" | "now">, id: string, seq: number): string =>
  `${publicUrl ?? ""}/v3/directline/conversations/${id}/attachments/${seq}?${new URLSearchParams({ t: signToken(secret, id, now(), "file") })}`;

/** A download, never a page: a browser neither guesses its type nor runs anything of it. */
export const serveFile = async ({ db, secret, now }: DirectLineParts, req: Request, res: Response): Promise<void> => {
  const id = String(req.params["id"]);
  const seq = Number(req.params["seq"]);
  const bound = readToken(secret, String(req.query["t"] ?? ""), now(), "file");
  const file = bound === id && Number.isInteger(seq) && seq > 0 && seq < 2 ** 31 ? await keptFile(db, id, seq) : undefined;
  if (!file) {
    res.status(404).json({ error: { code: "BadArgument", message: "no such file, or the link has run out" } });
    return;
  }
  res.type(file.type).attachment(file.name);
  res.set({ "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store" });
  res.send(Buffer.from(file.bytes));
};
