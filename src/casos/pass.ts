import { createHmac, timingSafeEqual } from "node:crypto";

const lastsMs = 30 * 60_000;

/** Lets whoever has found a case do something with it for half an hour, without the code standing in the page. */
export const passFor = (secret: string, caseId: string, now: Date): string => {
  const said = `${caseId}.${now.getTime() + lastsMs}`;
  return `${said}.${signed(secret, said)}`;
};

/** The case that a pass opens; undefined when it is not ours, or has run out. */
export const caseOfPass = (secret: string, pass: string, now: Date): string | undefined => {
  const [id = "", until = "", mark = ""] = pass.split(".");
  const expected = Buffer.from(signed(secret, `${id}.${until}`));
  const given = Buffer.from(mark);
  const is = given.length === expected.length && timingSafeEqual(given, expected);
  return is && Number(until) > now.getTime() ? id : undefined;
};

const signed = (secret: string, said: string): string => createHmac("sha256", secret).update(`casos:${said}`).digest("base64url");
