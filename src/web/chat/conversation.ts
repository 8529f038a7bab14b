import type { Locale } from "../../locale.ts";
import { openSession } from "./directline/session.ts";
import { openLine } from "./line.ts";
import { outgoing } from "./post.ts";
import { blank, createScreen, type Screen } from "./screen.ts";

/** What a citizen can do on the page. */
export type Conversation = Pick<Screen, "state" | "subscribe"> & {
  say: (text: string) => void;
  press: (choice: { value: string; title: string }, locale: Locale) => void;
  attach: (file: File) => void;
  retry: (id: string) => void;
  /** Labels the page anew and tells the bot. */
  speak: (locale: Locale, name: string) => void;
  restart: () => void;
  /** Ends it on this device, for who must hide the page: nothing of it stays in the tab. */
  forget: () => void;
  /** The good news about the connection was read. */
  settled: () => void;
  hurry: () => void;
};

/** The conversation of this tab: the one that was open before a reload, or a new one. */
export const openConversation = (locale: Locale, intent?: string): Conversation => {
  const store = openSession(locale, intent);
  const screen = createScreen(blank(store.session.locale));
  let line = openLine(store, screen);

  const send = (body: { text: string; choice?: string; locale?: Locale }, file?: File) =>
    line.send(outgoing({ type: "message", locale: screen.state().locale, ...body }, file));

  return {
    state: screen.state,
    subscribe: screen.subscribe,
    say: (text) => send({ text }),
    press: ({ value, title }, spoken) => send({ text: title, choice: value, locale: spoken }),
    attach: (file) => send({ text: "" }, file),
    retry: (id) => line.retry(id),
    speak: (next, name) => {
      store.session.locale = next;
      store.save();
      screen.set({ locale: next });
      if (!screen.state().ended) send({ text: name, choice: `command:language:${next}` });
    },
    restart: () => {
      const { locale: spoken, round } = screen.state();
      line.close();
      store.clear(spoken);
      screen.set(blank(spoken, round + 1));
      line = openLine(store, screen);
    },
    forget: () => {
      line.close();
      store.forget();
    },
    settled: () => screen.set({ link: "online" }),
    hurry: () => line.hurry(),
  };
};
