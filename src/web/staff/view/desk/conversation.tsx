import type { Me } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import type { Outgoing } from "../../desk/outbox.ts";
import { pathOf } from "../../route.ts";
import { faultWords, named } from "../../words.ts";
import { Back } from "../icons.tsx";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";
import { Composer } from "./composer.tsx";
import { Deeds } from "./deeds.tsx";
import { Log } from "./log.tsx";
import type { Asking } from "./ticket-dialogs.tsx";

type Props = {
  me: Me; desk: Desk; open: OpenTicket; pending: Outgoing[]; context: boolean;
  /** By this page: the advisor wants to write. */
  justClaimed: boolean;
  onClaim: () => void; onAsk: (what: Asking) => void; onContext: () => void;
};

/** What was said, and what can be done about it. */
export const Conversation = ({ me, desk, open, pending, context, justClaimed, onClaim, onAsk, onContext }: Props) => {
  const { say, locale } = useSpeech();
  const topicName = useTopicName();
  const ticket = open.detail?.ticket;
  const mine = ticket?.state === "claimed" && ticket.advisor?.id === me.id;
  const topic = ticket ? topicName(ticket.topic) : "";
  return (
    <section class="pane conversation" aria-label={say("conversation.label")}>
      <div class="conversation-head">
        <Link class="back" href={pathOf("desk")}><Back /><span>{say("queue.back")}</span></Link>
        <div class="conversation-title">
          <h2>{topic}</h2>
          {ticket && <p>{named("channel", ticket.channel, locale)} · {say(`language.${ticket.locale}`)} · {say(`state.${ticket.state}`)}</p>}
        </div>
        <button type="button" class="secondary context-button" aria-pressed={context} onClick={onContext}>{say("context.show")}</button>
      </div>
      {open.fault && <p class="note" role="alert">{faultWords(open.fault, locale)}</p>}
      {ticket && (mine || ticket.state === "claimed") && <Deeds me={me} open={open} desk={desk} onAsk={onAsk} />}
      <Log key={open.id} open={open} pending={pending} onRetry={desk.retry} onDiscard={desk.discard} />
      {mine && <Composer key={open.id} desk={desk} ticket={ticket} focus={justClaimed} onCanned={() => onAsk("canned")} />}
      {ticket?.state === "waiting" && <button type="button" class="primary claim-here" onClick={onClaim}>{say("claim.this")}</button>}
      {ticket && !mine && ticket.state !== "waiting" && (
        <p class="note">{ticket.state === "claimed" ? say("conversation.with", { name: ticket.advisor?.name ?? say("somebody") }) : say(`conversation.${ticket.state}`)}</p>
      )}
    </section>
  );
};
