import type { Say } from "../words.ts";

/** In place of the composer, once a conversation cannot be continued. */
export const Ended = ({ say, onRestart }: { say: Say; onRestart: () => void }) => (
  <div class="ended">
    <p role="alert">{say("ended.text")}</p>
    <button type="button" class="primary" onClick={onRestart}>{say("ended.restart")}</button>
  </div>
);
