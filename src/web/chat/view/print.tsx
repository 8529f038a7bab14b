import type { Locale } from "../../../locale.ts";
import { fullDate } from "../dates.ts";
import type { Say } from "../words.ts";

/** Only on paper. */
export const PrintTitle = ({ say, locale }: { say: Say; locale: Locale }) => (
  <div class="paper" aria-hidden="true">
    <p class="paper-name">{say("title")}</p>
    <p>{say("print.heading", { date: fullDate(new Date(), locale) })}</p>
  </div>
);

export const PrintNote = ({ say }: { say: Say }) => <p class="paper" aria-hidden="true">{say("print.note")}</p>;
