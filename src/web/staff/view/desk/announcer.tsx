import type { Desk } from "../../desk/desk.ts";
import { useStore } from "../../store.ts";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";

/** Speaks, once, who began to wait and where new words came; those of the open conversation are spoken by its own log. */
export const Announcer = ({ desk }: { desk: Desk }) => {
  const { say } = useSpeech();
  const topicName = useTopicName();
  const { news, open } = useStore(desk.store);
  const told = news.filter(({ kind, ticket }) => kind === "waiting" || ticket.id !== open?.id);
  return (
    <div class="hidden announcer" aria-live="polite" aria-relevant="additions">
      {told.map(({ key, kind, ticket }) => <p key={key}>{say(`news.${kind}`, { topic: topicName(ticket.topic) })}</p>)}
    </div>
  );
};
