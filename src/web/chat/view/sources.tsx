import type { Locale } from "../../../locale.ts";
import { published } from "../dates.ts";
import { safeAddress } from "../markdown.ts";
import type { Source } from "../transcript.ts";
import type { Say } from "../words.ts";
import { OutsideLink } from "./outside-link.tsx";

/** Where an answer comes from, and of when it is. */
export const Sources = ({ sources, locale, say }: { sources: Source[]; locale: Locale; say: Say }) => (
  <div class="sources">
    <p class="sources-label">{say(sources.length === 1 ? "source.one" : "source.many")}</p>
    <ul>
      {sources.map((source, i) => (
        <li key={i}>
          <Title source={source} say={say} />
          {source.published && <>{" "}<time dateTime={source.published}>{published(source.published, locale)}</time></>}
        </li>
      ))}
    </ul>
  </div>
);

const Title = ({ source: { title, url }, say }: { source: Source; say: Say }) => {
  const address = url && safeAddress(url);
  return address ? <OutsideLink href={address} text={title} say={say} /> : <span>{title}</span>;
};
