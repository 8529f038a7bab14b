import type { Locale } from "../../../locale.ts";
import type { Grant } from "./api.ts";
import type { Outgoing } from "./outbox.ts";

/** What survives a reload of the tab, and ends with it. */
export type Session = {
  conversationId?: string;
  token?: string;
  resumeToken?: string;
  /** When the token ends, in ms since 1970 by this device's clock. */
  until: number;
  /** The last message that was on screen: older ones are not announced again. */
  watermark: number;
  locale: Locale;
  /** The bot was told that the page is open. */
  opened?: boolean;
  /** The `intent` that the conversation was opened at. */
  intent?: string;
  /** What was not confirmed yet. */
  outbox: Outgoing[];
};

export type SessionStore = { session: Session; save: () => void; clear: (locale: Locale, intent?: string) => void; /** Leaves nothing on the device. */ forget: () => void };

const key = "ventanilla";

/** The tab's session, or a new one. Where storage is refused (a frame in another site) it lives as long as the page. */
export const openSession = (locale: Locale, intent: string | undefined): SessionStore => {
  const stored = read();
  const sameDoor = stored && (intent === undefined || intent === stored.intent);
  const store: SessionStore = {
    session: sameDoor ? stored : fresh(locale, intent),
    save: () => write(store.session),
    clear: (next, at) => {
      store.session = fresh(next, at);
      store.save();
    },
    forget: () => {
      store.save = () => undefined;
      remove();
    },
  };
  return store;
};

/** Takes a new token in; false when the tab has begun another conversation meanwhile. */
export const keepGrant = (store: SessionStore, session: Session, grant: Grant): boolean => {
  if (store.session !== session) return false;
  session.conversationId = grant.conversationId;
  session.token = grant.token;
  session.until = Date.now() + grant.expires_in * 1000;
  if (grant.resume_token) session.resumeToken = grant.resume_token;
  store.save();
  return true;
};

const fresh = (locale: Locale, intent: string | undefined): Session => ({
  until: 0, watermark: 0, locale, outbox: [], ...(intent === undefined ? {} : { intent }),
});

const read = (): Session | undefined => {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? "null") as Session | null;
    return stored && Array.isArray(stored.outbox) ? stored : undefined;
  } catch {
    return undefined;
  }
};

const remove = (): void => {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is refused: nothing was kept there either.
  }
};

const write = (session: Session): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...session, outbox: session.outbox.filter(({ file }) => !file) }));
  } catch {
    // Storage is full or refused: the conversation goes on, only a reload would begin a new one.
  }
};
