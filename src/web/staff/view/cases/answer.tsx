import { useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import type { CaseDetail, CasesSetup, Draft } from "../../cases/contract.ts";
import { answerStage } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import type { Asking } from "./case-dialog.tsx";
import type { Outcome } from "./done-words.ts";
import { DraftForm } from "./draft-form.tsx";
import { Files } from "./files.tsx";
import { Part } from "./part.tsx";

type Props = {
  me: Me; one: CaseDetail; setup: CasesSetup | undefined;
  onAsk: (what: Asking) => void; onDone: (deed: string, outcome: Outcome) => void; onRefused: (why: Refusal) => void;
};

/** The answer from its first draft until it is sent: one writes, another approves. */
export const Answer = (props: Props) => {
  const { say } = useSpeech();
  const stage = answerStage(props.me, props.one);
  if (stage === "closed") return null;
  return <Part title={say("detail.part.answer")}><Stage {...props} stage={stage} /></Part>;
};

const Stage = ({ stage, ...props }: Props & { stage: Exclude<ReturnType<typeof answerStage>, "closed"> }) => {
  const { say } = useSpeech();
  const { one, onDone, onRefused } = props;
  switch (stage) {
    case "sent":
      return <Sent one={one} />;
    case "not-mine":
      return <p class="quiet-words">{say("draft.take-first")}</p>;
    case "still":
      return <p class="quiet-words">{say("draft.still")}</p>;
    case "write":
      return <DraftForm one={one} onDone={onDone} onRefused={onRefused} />;
    case "my-review":
      return <Waiting {...props} />;
    case "review":
      return <Review {...props} />;
    case "ready":
      return <Ready {...props} />;
    default:
      return stage satisfies never;
  }
};

const Sent = ({ one }: { one: CaseDetail }) => {
  const { say, locale } = useSpeech();
  const { text, at, useful } = one.answer!;
  return (
    <>
      <p class="own answer-text" lang={one.locale}>{text}</p>
      <p class="hint">{say("draft.sent", { when: dateAndTime(at, locale) })}</p>
      {useful !== null && <p class="note">{say(useful ? "detail.useful.yes" : "detail.useful.no")}</p>}
      <Files one={one} side="answer" />
    </>
  );
};

const Text = ({ one, draft }: { one: CaseDetail; draft: Draft | undefined }) => {
  const { say, locale } = useSpeech();
  return draft ? (
    <>
      <p class="own answer-text" lang={one.locale}>{draft.text}</p>
      <p class="hint">{say("draft.by", { name: draft.by.name, when: dateAndTime(draft.at, locale) })}</p>
      <Files one={one} side="answer" />
    </>
  ) : null;
};

const current = ({ drafts }: CaseDetail, state: Draft["state"]) => drafts.findLast((draft) => draft.state === state);

const Waiting = ({ me, one, setup }: Props) => {
  const { say } = useSpeech();
  const names = (setup?.officers ?? []).filter(({ id }) => id !== me.id).map(({ name }) => name).join(", ");
  return (
    <>
      <Text one={one} draft={current(one, "in-review")} />
      <p class="note"><strong>{say("draft.waits")}.</strong> {names ? say("draft.must", { names }) : say("draft.must-nobody")}</p>
    </>
  );
};

const Review = ({ one, onAsk }: Props) => {
  const { say } = useSpeech();
  return (
    <>
      <Text one={one} draft={current(one, "in-review")} />
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={() => onAsk("review")}>{say("draft.return")}</button>
        <button type="button" class="primary" onClick={() => onAsk("approve")}>{say("draft.approve")}</button>
      </div>
    </>
  );
};

const Ready = ({ one, onAsk, onDone, onRefused }: Props) => {
  const { say, locale } = useSpeech();
  const [changing, setChanging] = useState(false);
  const draft = current(one, "approved");
  if (changing) return <><p class="note">{say("draft.change-note")}</p><DraftForm one={one} onDone={onDone} onRefused={onRefused} /></>;
  return (
    <>
      <Text one={one} draft={draft} />
      <p class="note">{draft?.review && <strong>{say("draft.approved", { name: draft.review.by, when: dateAndTime(draft.review.at, locale) })}. </strong>}{say("draft.ready")}</p>
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={() => setChanging(true)}>{say("draft.change")}</button>
        <button type="button" class="primary" onClick={() => onAsk("answer")}>{say("draft.send")}</button>
      </div>
    </>
  );
};
