import type { Slots } from "../../flow/types.ts";

/** What a summary shows of somebody's document and contact: enough to know it again, too little to use it. */
export const personShown = (slots: Slots): Slots => ({
  "document-shown": of(slots["document"], document),
  "guardian-document-shown": of(slots["guardian-document"], document),
  "email-shown": of(slots["email"], email),
  "phone-shown": of(slots["phone"], (phone) => masked(phone)),
});

const of = (value: Slots[string] | undefined, shown: (text: string) => string) => (typeof value === "string" ? shown(value) : { key: "repair.none" });

const document = (text: string): string => {
  const [type = "", number = ""] = text.split(" ");
  return `${type} ${masked(number)}`;
};

const email = (text: string): string => {
  const [account = "", domain = ""] = text.split("@");
  return `${account.slice(0, 2)}•••@${domain}`;
};

const signsShown = 4;

const masked = (text: string): string => `${"•".repeat(Math.max(0, text.length - signsShown))}${text.slice(-signsShown)}`;
