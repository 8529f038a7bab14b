import type { Answers } from "../answers/answer.ts";
import type { Passage } from "../answers/types.ts";
import { articleIn } from "../citation.ts";
import type { Choice, Param, Utterance } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import type { Reply, SourceShown } from "./message.ts";
import type { Response } from "./response.ts";

/** Puts a response into the words of its language. */
export const createRender =
  (texts: Texts, answers: Answers) =>
  ({ says, locale, streamed }: Pick<Response, "says" | "locale" | "streamed">): Reply[] =>
    says.map((utterance, i) => ({
      ...words(texts, answers, utterance, locale),
      ...(streamed !== undefined && i === 0 ? { streamed } : {}),
      ref: "key" in utterance ? utterance.key : utterance.content,
      locale,
      choices: (utterance.choices ?? []).map(({ value, title }) => ({ value, title: titleOf(texts, title, locale) })),
    }));

/** A choice's title in a language. */
export const titleOf = (texts: Texts, title: Choice["title"] | Param, locale: Locale): string => {
  if (typeof title !== "object") return String(title);
  if ("both" in title) return title.both[locale];
  if ("key" in title) return texts.text(title.key, locale);
  return title.date;
};

const words = (texts: Texts, answers: Answers, utterance: Utterance, locale: Locale) => {
  if ("key" in utterance) return { text: texts.text(utterance.key, locale, utterance.params), sources: [...citedBy(answers, utterance.cites, locale), ...(utterance.sources ?? []).map((source) => shown({ source, ...(source.article === undefined ? {} : { article: source.article }) }, locale))] };
  const { composed } = utterance;
  if (composed?.locale === locale) return { text: composed.text, sources: citedBy(answers, composed.cites, locale) };
  const passage = answers.passage(utterance.content, locale);
  if (!passage) throw new Error(`no passage "${utterance.content}" in "${locale}"`);
  return { text: `**${passage.heading}**\n\n${passage.text}`, sources: passage.cites.map((cite) => shown(cite, locale)) };
};

const citedBy = (answers: Answers, pairs: readonly string[] = [], locale: Locale): SourceShown[] =>
  sourcesOf(pairs.flatMap((pair) => answers.passage(pair, locale) ?? []), locale);

/** Where several passages come from, each source once. */
const sourcesOf = (passages: Passage[], locale: Locale): SourceShown[] =>
  [...new Map(passages.flatMap(({ cites }) => cites.map((cite) => shown(cite, locale))).map((source) => [`${source.document} ${source.title}`, source])).values()];

/** A source as it is shown under what it says. */
export const shown = ({ source, article }: { source: Pick<Passage["cites"][number]["source"], "key" | "title" | "url" | "published">; article?: string }, locale: Locale): SourceShown => ({
  title: article ? `${source.title[locale]}, ${articleIn(article, locale)}` : source.title[locale],
  document: source.key,
  ...(source.url ? { url: source.url } : {}),
  ...(source.published ? { published: source.published } : {}),
});
