import type { ComponentChildren } from "preact";
import { Sources } from "../../../chat/view/sources.tsx";
import type { TicketDetail } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import { named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";
import { OnBehalf } from "./on-behalf.tsx";
import { Suggestions } from "./suggestions.tsx";

type Props = { desk: Desk; open: OpenTicket; canUse: boolean; onUse: () => void; onNote: () => void };

/** What helps to answer: suggestions, what the bot understood and would quote, the open flow, notes, history. */
export const Context = ({ desk, open, canUse, onUse, onNote }: Props) => {
  const { say } = useSpeech();
  const { detail } = open;
  return (
    <section class="pane context" tabIndex={0} aria-label={say("context.label")}>
      {detail && (
        <>
          <Suggestions open={open} canUse={canUse} onUse={onUse} />
          <Understood detail={detail} />
          {canUse && <OnBehalf key={open.id} desk={desk} ticket={detail.ticket} />}
          {detail.draft && <Draft draft={detail.draft} />}
          <Notes notes={detail.notes} onNote={canUse ? onNote : undefined} />
          <Passages passages={detail.passages} />
          <History history={detail.history} />
        </>
      )}
    </section>
  );
};

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => <section class="part"><h2>{title}</h2>{children}</section>;

const Understood = ({ detail: { ticket, understood } }: { detail: TicketDetail }) => {
  const { say, locale } = useSpeech();
  const rows: [string, string | null | undefined][] = [
    [say("context.reason"), named("reason", ticket.reason, locale)],
    [say("context.asked"), dateAndTime(ticket.askedAt, locale)],
    [say("context.language"), say(`language.${understood.locale}`)],
    [say("context.intent"), understood.intent && named("intent", understood.intent.replace("service:", ""), locale)],
    [say("context.danger"), understood.danger && named("reason", `danger-${understood.danger}`, locale)],
  ];
  return (
    <Part title={say("context.understood")}>
      <dl>{rows.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Part>
  );
};

const Draft = ({ draft }: { draft: NonNullable<TicketDetail["draft"]> }) => {
  const { say, locale } = useSpeech();
  return (
    <Part title={say("context.draft")}>
      <p>{named("flow", draft.flow, locale)}</p>
      <dl>{draft.slots.map(({ name, value }) => <div key={name}><dt>{named("slot", name, locale)}</dt><dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd></div>)}</dl>
    </Part>
  );
};

const Notes = ({ notes, onNote }: { notes: TicketDetail["notes"]; onNote: (() => void) | undefined }) => {
  const { say, locale } = useSpeech();
  return (
    <Part title={say("context.notes")}>
      {notes.length === 0 ? <p class="quiet-words">{say("context.no-notes")}</p> : (
        <ul class="notes">{notes.map(({ by, at, text }) => <li key={at}><p class="own">{text}</p><p class="hint">{by}, {dateAndTime(at, locale)}</p></li>)}</ul>
      )}
      {onNote && <button type="button" class="secondary" onClick={onNote}>{say("note.open")}</button>}
    </Part>
  );
};

const Passages = ({ passages }: { passages: TicketDetail["passages"] }) => {
  const { say, locale } = useSpeech();
  return (
    <Part title={say("context.passages")}>
      {passages.length === 0 && <p class="quiet-words">{say("context.no-passages")}</p>}
      {passages.map((passage) => (
        <details key={`${passage.pair} ${passage.locale}`} lang={passage.locale}>
          <summary>{passage.heading}</summary>
          <p class="own">{passage.text}</p>
          <Sources sources={passage.sources} locale={locale} say={say} />
        </details>
      ))}
    </Part>
  );
};

const History = ({ history }: { history: TicketDetail["history"] }) => {
  const { say, locale } = useSpeech();
  const topicName = useTopicName();
  return (
    <Part title={say("context.history")}>
      <ol class="history">
        {history.map(({ at, did, by, to, reason }, i) => (
          <li key={i}>
            <time dateTime={at}>{dateAndTime(at, locale)}</time> {named("did", did, locale)}
            {by && ` · ${by}`}{to && ` → ${topicName(to)}`}{reason && ` · ${named(did === "on-behalf" ? "flow" : "close", reason, locale)}`}
          </li>
        ))}
      </ol>
    </Part>
  );
};
