import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { CasesSetup, Proposal } from "../../cases/contract.ts";
import { supervises } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { Ask } from "../ask.tsx";
import { dateAndTime } from "../dates.ts";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";

/** Answers for many that ask alike, until somebody who supervises has approved them. */
export const TogetherSection = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const list = useLoaded<{ proposed: Proposal[] }>("cases/together");
  const setup = useLoaded<CasesSetup>("cases/setup");
  const [approving, setApproving] = useState<Proposal>();
  const [told, setTold] = useState("");
  const approve = async (): Promise<Refusal | undefined> => {
    const done = await call<{ answered: number }>("POST", `cases/together/${approving!.id}/approve`, {});
    if (!done.ok) return done;
    setApproving(undefined);
    setTold(say("together.done", { count: done.value.answered }));
    list.reload();
  };
  return (
    <Sheet title={say("cases.section.together")} loaded={list}>
      {setup.value && <p class="hint">{say("together.note", { count: setup.value.together.moreThan })}</p>}
      <p role="status" class={told ? "note" : "hidden"}>{told}</p>
      {list.value?.proposed.length === 0 && <p class="quiet-words">{say("together.none")}</p>}
      <ul class="cards wide-cards">{list.value?.proposed.map((one) => <li key={one.id}><Card me={me} one={one} onApprove={() => setApproving(one)} /></li>)}</ul>
      {approving && (
        <Ask title={say("together.approve-title", { count: approving.cases.length })} send={say("together.approve")} onSend={approve} onClose={() => setApproving(undefined)}>
          <p>{say("together.approve-note")}</p>
        </Ask>
      )}
    </Sheet>
  );
};

const Card = ({ me, one, onApprove }: { me: Me; one: Proposal; onApprove: () => void }) => {
  const { say, locale } = useSpeech();
  const own = one.by.id === me.id;
  return (
    <article class="card-row">
      <h2>{say("together.title", { count: one.cases.length })}</h2>
      <p class="hint">{say("together.by", { name: one.by.name, when: dateAndTime(one.at, locale) })}</p>
      {(["es", "en"] as const).map((lang) => <div key={lang}><h3>{say(`together.text-${lang}`)}</h3><p class="own answer-text" lang={lang}>{one[lang]}</p></div>)}
      <details><summary>{say("together.cases")}</summary><p>{one.cases.join(", ")}</p></details>
      {own || !supervises(me) ? <p class="note">{say(own ? "together.own" : "together.supervisor")}</p> : (
        <div class="dialog-buttons"><button type="button" class="primary" onClick={onApprove}>{say("together.approve")}</button></div>
      )}
    </article>
  );
};
