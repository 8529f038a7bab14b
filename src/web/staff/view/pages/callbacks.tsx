import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { Callback } from "../../contract.ts";
import { faultWords } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet } from "./sheet.tsx";

/** Who left a way to be reached instead of waiting. */
export const CallbacksPage = () => {
  const { say, locale } = useSpeech();
  const list = useLoaded<Callback[]>("desk/callbacks");
  const [refusal, setRefusal] = useState<Refusal>();
  const mark = async ({ id }: Callback, state: "contacted" | "not-reached") => {
    const marked = await call("POST", `desk/callbacks/${id}`, { state });
    setRefusal(marked.ok ? undefined : marked);
    list.reload();
  };
  return (
    <Sheet title={say("page.callbacks")} loaded={list}>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      {list.value?.length === 0 && <p class="quiet-words">{say("callbacks.none")}</p>}
      <ul class="cards">
        {list.value?.map((callback) => <li key={callback.id}><Card callback={callback} onMark={(state) => { void mark(callback, state); }} /></li>)}
      </ul>
    </Sheet>
  );
};

const Card = ({ callback, onMark }: { callback: Callback; onMark: (state: "contacted" | "not-reached") => void }) => {
  const { say, locale } = useSpeech();
  const topicName = useTopicName();
  const { askedAt, how, to, question, state, tries, topic, locale: spoken } = callback;
  const href = { email: `mailto:${to}`, phone: `tel:${to.replace(/[^+\d]/g, "")}`, telegram: undefined }[how];
  return (
    <article class="card-row">
      <h2>{href ? <a href={href}>{to}</a> : to || say(`how.${how}`)}</h2>
      <p class="hint">{say(`how.${how}`)} · {topicName(topic)} · {say(`language.${spoken}`)} · {dateAndTime(askedAt, locale)}</p>
      <p class="own" lang={spoken}>{question}</p>
      <p><span class={`tag ${state}`}>{say(`callback.${state}`)}</span>{tries > 0 && ` ${say("callbacks.tries", { count: tries })}`}</p>
      {state !== "contacted" && (
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={() => onMark("not-reached")}>{say("callbacks.not-reached")}<span class="hidden">: {to}</span></button>
          <button type="button" class="primary" onClick={() => onMark("contacted")}>{say("callbacks.contacted")}<span class="hidden">: {to}</span></button>
        </div>
      )}
    </article>
  );
};
