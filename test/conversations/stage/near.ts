import type { Content } from "../../../src/content.ts";
import type { Locale } from "../../../src/locale.ts";

/** Words that ask for two things that no open flow is, so near that one must ask which: examples of both in one sentence. */
export const nearWords = ({ flows, understand }: Content, locale: Locale, but: string): string => {
  const all = [...flows.values()].filter(({ name, intent, examples }) => intent && examples && name !== but);
  for (const one of all) {
    for (const two of all) {
      if (one === two) continue;
      for (const a of one.examples![locale]) {
        for (const b of two.examples![locale]) {
          const text = `${a} ${locale === "es" ? "o" : "or"} ${b}`;
          const { intent, near, command, localeSure, question } = understand(text, { locale });
          const named = [intent?.name, ...near.map(({ name }) => name)];
          if (intent && !command && !question && localeSure && named.length === 2 && !named.includes("language.change")
            && [one.intent, two.intent].every((name) => named.includes(name))) return text;
        }
      }
    }
  }
  throw new Error(`no two examples in ${locale} are near enough to one another`);
};
