import { useState } from "preact/hooks";
import type { ReviewGroup } from "../../contract.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";
import { ReviewDialog } from "./review-dialog.tsx";
import { Sheet } from "./sheet.tsx";

/** Questions without a good answer, and what is made of them. */
export const ReviewPage = () => {
  const { say } = useSpeech();
  const list = useLoaded<{ groups: ReviewGroup[] }>("review");
  const [deciding, setDeciding] = useState<ReviewGroup>();
  const done = () => {
    setDeciding(undefined);
    list.reload();
  };
  const tools = <a class="secondary" href="/staff/api/review/patch" download aria-describedby="patch-hint">{say("review.patch")}</a>;
  return (
    <Sheet title={say("page.review")} loaded={list} tools={tools}>
      <p class="hint">{say("review.note")} <span id="patch-hint">{say("review.patch-hint")}</span></p>
      {list.value?.groups.length === 0 && <p class="quiet-words">{say("review.none")}</p>}
      <ul class="cards">
        {list.value?.groups.map((group) => <li key={group.id}><Card group={group} onDecide={() => setDeciding(group)} /></li>)}
      </ul>
      {deciding && <ReviewDialog group={deciding} onDone={done} onClose={() => setDeciding(undefined)} />}
    </Sheet>
  );
};

const Card = ({ group: { text, count, locales, last, why, texts }, onDecide }: { group: ReviewGroup; onDecide: () => void }) => {
  const { say, locale } = useSpeech();
  const others = texts.filter((other) => other !== text);
  return (
    <article class="card-row">
      <h2 lang={locales[0]} class="own">{text}</h2>
      <p class="hint">{say("review.count", { count })} · {locales.map((spoken) => say(`language.${spoken}`)).join(", ")} · {dateAndTime(last, locale)}</p>
      <p>{why.map((reason) => <span class="tag" key={reason}>{say(`review.why.${reason}`)}</span>)}</p>
      {others.length > 0 && (
        <details><summary>{say("review.others")}</summary><ul>{others.map((other) => <li key={other} class="own">{other}</li>)}</ul></details>
      )}
      <div class="dialog-buttons">
        <button type="button" class="primary" onClick={onDecide}>{say("review.decide")}<span class="hidden">: {text}</span></button>
      </div>
    </article>
  );
};
