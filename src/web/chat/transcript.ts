import type { Locale } from "../../locale.ts";
import type { Activity } from "./directline/api.ts";
import type { Outgoing } from "./directline/outbox.ts";
import { safeAddress } from "./markdown.ts";

export type Choice = { value: string; title: string };
export type Source = { title: string; url?: string; published?: string };

/** A message on screen. */
export type Message = {
  key: string;
  author: "bot" | "citizen";
  at: Date;
  text: string;
  locale?: Locale;
  choices: Choice[];
  /** The choice that was pressed among `choices`, once one was. */
  chosen?: string;
  /** Its choices can still be pressed. */
  open: boolean;
  sources: Source[];
  danger: boolean;
  file?: string;
  /** Where the file can be fetched. */
  href?: string;
  /** A person speaks for the service, under this name. */
  advisor?: string;
  /** The service will not answer by itself: a person may. */
  withPerson: boolean;
  state: "stored" | "pending" | "refused";
  /** Came while the page was open: it is announced. */
  fresh: boolean;
};

/** What came and what is under way as one list, oldest first, each message once. */
export const transcriptOf = (arrived: Activity[], outbox: Outgoing[], seen: number): Message[] => {
  const stored = [...arrived].sort((a, b) => (a.id < b.id ? -1 : 1));
  const here = new Set(stored.map((activity) => activity.channelData?.clientActivityID));
  const said = stored.map((activity): Said => ({
    message: activity.from.role === "bot" ? fromBot(activity, seen) : fromCitizen(activity),
    choice: activity.channelData?.choice,
  }));
  const pending = outbox
    .filter(({ id, body }) => body.type === "message" && !here.has(id))
    .map((outgoing): Said => ({ message: underWay(outgoing), choice: outgoing.body.choice }));
  return withChosen([...said, ...pending]);
};

type Said = { message: Message; choice: string | undefined };

const blank = { choices: [], sources: [], open: false, danger: false, fresh: false, withPerson: false };

const fromBot = ({ id, timestamp, from, channelData, text, locale, suggestedActions, attachments }: Activity, seen: number): Message => ({
  ...blank,
  key: id,
  author: "bot",
  at: new Date(timestamp),
  text: channelData?.body ?? text ?? "",
  ...(locale ? { locale } : {}),
  choices: channelData?.choices ?? suggestedActions?.actions.map(({ title, value }) => ({ title, value: String(value) })) ?? [],
  sources: channelData?.sources ?? [],
  danger: channelData?.outcome?.startsWith("danger-") ?? false,
  ...(channelData?.from === "advisor" && from.name ? { advisor: from.name } : {}),
  ...(attachments?.[0] ? { file: nameOf(attachments[0]), ...hrefOf(attachments[0]) } : {}),
  withPerson: channelData?.from !== undefined,
  state: "stored",
  fresh: Number(id.split("|").at(-1)) > seen,
});

const fromCitizen = ({ id, timestamp, channelData, text, attachments }: Activity): Message => ({
  ...blank,
  key: channelData?.clientActivityID ?? id,
  author: "citizen",
  at: new Date(timestamp),
  text: text ?? "",
  ...(attachments?.[0] ? { file: nameOf(attachments[0]) } : {}),
  state: "stored",
});

type Attached = NonNullable<Activity["attachments"]>[number];

const nameOf = ({ name, contentType }: Attached): string => name ?? contentType ?? "";

const hrefOf = ({ contentUrl }: Attached): { href?: string } => {
  const href = contentUrl === undefined ? undefined : safeAddress(contentUrl);
  return href === undefined ? {} : { href };
};

const underWay = ({ id, at, body, file, refused, sent }: Outgoing): Message => ({
  ...blank,
  key: id,
  author: "citizen",
  at: new Date(at),
  text: body.text ?? "",
  ...(file ? { file: file.name } : {}),
  state: refused ? "refused" : sent ? "stored" : "pending",
});

/** Choices can be pressed until the citizen says the next thing; then the one that was taken is marked. */
const withChosen = (said: Said[]): Message[] => {
  let next: Said | undefined;
  const messages: Message[] = [];
  for (const one of [...said].reverse()) {
    const { message } = one;
    if (message.author === "bot" && message.choices.length > 0) {
      const chosen = next && chosenBy(next, message.choices);
      messages.unshift({ ...message, open: next === undefined, ...(chosen === undefined ? {} : { chosen }) });
    } else messages.unshift(message);
    if (message.author === "citizen" && message.state !== "refused") next = one;
  }
  return messages;
};

const chosenBy = ({ message, choice }: Said, choices: Choice[]): string | undefined =>
  choices.find(({ value, title }) => (choice === undefined ? flat(title) === flat(message.text) : value === choice))?.value;

const flat = (text: string): string => text.trim().toLowerCase();
