import type { Response } from "express";
import type { ZodError } from "zod";
import type { StaffAnswer } from "./route.ts";

/** `{error: {code, detail?}}`: the page has words for the code. */
export const refuse = (res: Response, status: number, code: string, detail?: unknown): void => {
  res.status(status).json({ error: { code, ...(detail === undefined ? {} : { detail }) } });
};

export const issuesOf = ({ issues }: ZodError): { issues: { path: string; message: string }[] } =>
  ({ issues: issues.map(({ path, message }) => ({ path: path.join("."), message })) });

/** Sends what a handler gave, save events: those go on. */
export const send = (res: Response, answer: Exclude<StaffAnswer, { events: unknown }>): void => {
  if ("bytes" in answer) {
    res.type(answer.type).attachment(answer.name);
    res.set({ "Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff" });
    res.send(Buffer.from(answer.bytes));
  } else res.status(answer.status ?? 200).json(answer.body);
};
