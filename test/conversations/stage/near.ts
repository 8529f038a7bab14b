import { emptyState } from "../../../src/conversation/state.ts";
import { createThink } from "../../../src/conversation/think.ts";
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

/** A question that is about several look-alikes of the catalogue, whatever they are called today. */
export const lookalikeWords = async (content: Content, locale: Locale, now: Date): Promise<string> => {
  const think = createThink({ ...content, now: () => now });
  const conversation = { id: "none", channel: "console", locale, state: emptyState(), version: 0 } as const;
  const families = content.answers.services().flatMap(({ family }) => (family ? content.answers.family(family) ?? [] : []));
  for (const text of families.flatMap(({ name }) => askingFor[locale].map((words) => words.replace("…", name[locale])))) {
    const { answer, understood } = await think({ channel: "console", conversationId: "none", turnId: "none", text }, conversation);
    if (!understood.command && understood.question && understood.localeSure && answer.kind === "lookalike") return text;
  }
  throw new Error(`no question in ${locale} about a family of services needs telling apart`);
};

const askingFor = {
  es: ["¿Cuánto cuesta …?", "¿Qué necesito para …?", "¿Qué es …?", "¿Dónde se hace …?"],
  en: ["How much does … cost?", "What do I need for …?", "What is …?", "Where can I get …?"],
};
