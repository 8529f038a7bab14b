import type { Me, Overview, Ticket } from "../../contract.ts";
import type { DeskState } from "../../desk/desk.ts";
import { dateAndTime } from "../dates.ts";
import { useNow } from "../now.ts";
import { useSpeech } from "../speech.ts";
import { QueueItem } from "./queue-item.tsx";

type Props = { me: Me; state: DeskState; selected: string | undefined; onClaim: (id: string) => void };

/** What is mine, who waits, what others have. */
export const Queue = ({ me, state, selected, onClaim }: Props) => {
  const { say } = useSpeech();
  const now = useNow();
  const { overview, fetchedAt } = state;
  if (!overview) return <section class="pane queue" tabIndex={-1} aria-label={say("queue.label")} />;
  const list = (title: string, tickets: Ticket[], empty?: string) => (tickets.length > 0 || empty) && (
    <section aria-label={title}>
      <h2>{title} <span class="count">{tickets.length}</span></h2>
      {tickets.length === 0 ? <p class="quiet-words">{empty}</p> : (
        <ul>
          {tickets.map((ticket) => (
            <QueueItem
              key={ticket.id} me={me} ticket={ticket} current={ticket.id === selected}
              clock={{ fetchedAt, open: overview.hours.open, now, promise: overview.promise }} onClaim={onClaim}
            />
          ))}
        </ul>
      )}
    </section>
  );
  return (
    <section class="pane queue" tabIndex={-1} aria-label={say("queue.label")}>
      <Hours overview={overview} watches={me.role === "observer"} />
      {list(say("queue.mine"), overview.mine)}
      {list(say("queue.waiting"), overview.waiting, say("queue.nobody"))}
      {list(say("queue.others"), overview.others)}
    </section>
  );
};

/** Whether the clock runs, and what it says of all who wait. */
const Hours = ({ overview: { hours, figures, presence }, watches }: { overview: Overview; watches: boolean }) => {
  const { say, locale } = useSpeech();
  return (
    <div class="figures">
      <p>{hours.open ? say("hours.open") : hours.nextOpening ? say("hours.closed", { opening: dateAndTime(hours.nextOpening, locale) }) : say("hours.closed-now")}</p>
      {presence === "offline" && !watches && <p>{say("queue.you-are-offline")}</p>}
      {figures.atRisk > 0 && <p class="due soon">{say("figures.at-risk", { count: figures.atRisk })}</p>}
      {figures.breached > 0 && <p class="due late">{say("figures.breached", { count: figures.breached })}</p>}
    </div>
  );
};
