import type { CaseDetail } from "../../cases/contract.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { Facts, Part } from "./part.tsx";

/** The person's own words, as text and nothing else. */
export const Told = ({ one }: { one: CaseDetail }) => {
  const { say, locale } = useSpeech();
  const own = (words: string | null) => words && <span class="own" lang={one.locale}>{words}</span>;
  return (
    <Part title={say("detail.part.told")}>
      <p class="own story" lang={one.locale}>{one.story}</p>
      <Facts
        rows={[
          [say("detail.asks"), own(one.asks)], [say("detail.reasons"), own(one.reasons)], [say("detail.happened"), own(one.happened)],
          [say("detail.place"), own(one.place)], [say("detail.missing"), own(one.missing.join("; "))], [say("detail.insisted"), own(one.insisted)],
          [say("detail.differential"), own(one.differential)],
        ]}
      />
      {one.additions.map(({ at, text }) => (
        <div class="added" key={at}>
          <h3>{say("detail.added", { when: dateAndTime(at, locale) })}</h3>
          <p class="own" lang={one.locale}>{text}</p>
        </div>
      ))}
    </Part>
  );
};
