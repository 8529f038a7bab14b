import { useEffect, useRef, useState } from "preact/hooks";
import { RichText } from "../../../chat/view/rich-text.tsx";
import { call, type Refusal, type Result } from "../../api.ts";
import type { BehalfSaid, Ticket } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import { faultWords } from "../../words.ts";
import { Choice, Fault, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "../pages/loaded.ts";

type Flow = { flow: string; title: string };
type Run = { id: string; said: { by: "bot" | "me"; text: string }[]; choices: { value: string; title: string }[]; open: boolean };

/** A flow of the bot's that the advisor answers for the citizen, and whose last message goes to the citizen by a press. */
export const OnBehalf = ({ desk, ticket }: { desk: Desk; ticket: Ticket }) => {
  const { say, locale } = useSpeech();
  const flows = useLoaded<Flow[]>(`desk/flows?locale=${locale}`);
  const [flow, setFlow] = useState("");
  const [run, setRun] = useState<Run>();
  const [refusal, setRefusal] = useState<Refusal>();
  const fault = refusal ?? flows.refusal;
  const chosen = flow || (flows.value?.[0]?.flow ?? "");
  const take = (id: string, before: Run["said"], got: Result<BehalfSaid>) => {
    setRefusal(got.ok ? undefined : got);
    if (!got.ok) return;
    const { replies, open } = got.value;
    setRun({ id, open, said: [...before, ...replies.map(({ text }) => ({ by: "bot" as const, text }))], choices: replies.at(-1)?.choices ?? [] });
  };
  const begin = async () => {
    const id = crypto.randomUUID();
    take(id, [], await call("POST", `desk/tickets/${ticket.id}/behalf`, { key: id, flow: chosen }));
  };
  const answer = async ({ id, said }: Run, body: { text: string } | { choice: string }, shown: string) =>
    take(id, [...said, { by: "me", text: shown }], await call("POST", `desk/tickets/${ticket.id}/behalf/${id}`, { key: crypto.randomUUID(), ...body }));
  return (
    <section class="part behalf">
      <h2>{say("behalf.title")}</h2>
      <Fault>{fault && faultWords(fault, locale)}</Fault>
      {run ? (
        <Running
          key={run.id} run={run} spoken={ticket.locale} onAnswer={(body, shown) => { void answer(run, body, shown); }}
          onHandOver={(text) => desk.say(ticket.id, text)} onLeave={() => setRun(undefined)}
        />
      ) : flows.value && (
        <form onSubmit={(event) => { event.preventDefault(); if (chosen) void begin(); }}>
          <p class="hint">{say("behalf.note")}</p>
          <Choice label={say("behalf.flow")} value={chosen} options={flows.value.map((each) => ({ value: each.flow, title: each.title }))} onChoose={setFlow} />
          <button type="submit" class="secondary">{say("behalf.begin")}</button>
        </form>
      )}
    </section>
  );
};

type RunningProps = {
  run: Run; spoken: string; onAnswer: (body: { text: string } | { choice: string }, shown: string) => void;
  onHandOver: (text: string) => void; onLeave: () => void;
};

const Running = ({ run, spoken, onAnswer, onHandOver, onLeave }: RunningProps) => {
  const { say } = useSpeech();
  const [text, setText] = useState("");
  const [handedOver, setHandedOver] = useState<string>();
  const last = run.said.findLast(({ by }) => by === "bot")?.text;
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => { log.current?.scrollTo(0, log.current.scrollHeight); }, [run.said.length]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!text.trim()) return;
    onAnswer({ text: text.trim() }, text.trim());
    setText("");
  };
  return (
    <>
      <div class="behalf-log" ref={log} role="log" aria-label={say("behalf.log")} tabIndex={0} lang={spoken}>
        {run.said.map(({ by, text: words }, i) => <div class={`words by-${by}`} key={i}>{by === "bot" ? <RichText text={words} say={say} /> : <p class="own">{words}</p>}</div>)}
      </div>
      <div class="behalf-choices" lang={spoken}>
        {run.choices.map(({ value, title }) => <button type="button" class="secondary" key={value} onClick={() => onAnswer({ choice: value }, title)}>{title}</button>)}
      </div>
      {run.open && (
        <form class="search-line" onSubmit={submit}>
          <Field label={say("behalf.answer")} name="behalf" value={text} maxLength={4000} lang={spoken} autocomplete="off" onInput={({ currentTarget }) => setText(currentTarget.value)} />
          <button type="submit" class="secondary">{say("behalf.send")}</button>
        </form>
      )}
      <div class="behalf-choices">
        {last && <button type="button" class="primary" onClick={() => { onHandOver(last); setHandedOver(last); }}>{say("behalf.hand-over")}</button>}
        <button type="button" class="secondary" onClick={onLeave}>{say("behalf.leave")}</button>
      </div>
      <p role="status">{last !== undefined && handedOver === last ? say("behalf.handed-over") : ""}</p>
    </>
  );
};
