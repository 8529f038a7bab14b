import type { Me, Ticket } from "../../contract.ts";
import { pathOf } from "../../route.ts";
import { named } from "../../words.ts";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";
import { DueSign, type Reading } from "./due-sign.tsx";

type Props = {
  me: Me; ticket: Ticket; current: boolean; clock: Reading; onClaim: (id: string) => void;
};

/** One conversation of the queue: what about, since when, in which language, how urgent. */
export const QueueItem = ({ me, ticket, current, clock, onClaim }: Props) => {
  const { say, locale } = useSpeech();
  const topicName = useTopicName();
  const words = (
    <>
      <span class="item-head">
        <strong>{topicName(ticket.topic)}</strong>
        {ticket.unread > 0 && !current && ticket.advisor?.id === me.id && <span class="unread">{say("queue.unread", { count: ticket.unread })}</span>}
      </span>
      {ticket.reason.startsWith("danger") && <span class="danger-mark">{named("reason", ticket.reason, locale)}</span>}
      {ticket.video && <span class="tag">{say("queue.video")}</span>}
      <span class="item-facts">
        {named("channel", ticket.channel, locale)} · {say(`language.${ticket.locale}`)}
        {ticket.forMe === false && ` · ${say(me.locales.includes(ticket.locale) ? "queue.not-my-skill" : "queue.not-my-language")}`}
        {ticket.advisor && ticket.advisor.id !== me.id && ` · ${ticket.advisor.name}`}
      </span>
      {ticket.preview && <span class="preview" lang={ticket.locale}>{ticket.preview}</span>}
      <DueSign ticket={ticket} reading={clock} />
    </>
  );
  return (
    <li class={current ? "item current" : "item"}>
      {mayRead(me, ticket)
        ? <Link class="item-link" href={pathOf("desk", ticket.id)} data-ticket={ticket.id} aria-current={current ? "true" : "false"}>{words}</Link>
        : <div class="item-link">{words}</div>}
      {me.role !== "observer" && ticket.state === "waiting" && (
        <button type="button" class="primary claim" onClick={() => onClaim(ticket.id)}>
          {say("claim")}<span class="hidden">: {topicName(ticket.topic)}</span>
        </button>
      )}
    </li>
  );
};

/** What another has is for who supervises; an observer sees that it is there. */
const mayRead = (me: Me, { state, advisor }: Ticket): boolean =>
  me.role !== "observer" && (me.role !== "advisor" || state === "waiting" || advisor?.id === me.id);
