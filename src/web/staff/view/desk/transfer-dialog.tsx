import { useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import type { Me, Overview } from "../../contract.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import { Ask } from "../ask.tsx";
import { Dialog } from "../dialog.tsx";
import { Choice, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";

type Props = { me: Me; open: OpenTicket; overview: Overview | undefined; onSend: (body: object) => Promise<Refusal | undefined>; onClose: () => void };

/** To a colleague, or to whoever is next for a topic. The reason is for the colleague, not for the citizen. */
export const TransferDialog = ({ me, open, overview, onSend, onClose }: Props) => {
  const { say } = useSpeech();
  const topicName = useTopicName();
  const topics = (overview?.topics ?? []).map(({ id }) => ({ value: `topic:${id}`, title: say("transfer.to-topic", { topic: topicName(id) }) }));
  const holder = open.detail?.ticket.advisor?.id;
  const advisors = (overview?.advisors ?? []).filter(({ id }) => id !== holder).map(({ id, name, presence }) => ({
    value: `advisor:${id}`,
    title: id === me.id ? say("transfer.to-me") : presence ? say("transfer.to-present", { name, presence: say(`presence.${presence}`) }) : name,
  }));
  const options = [...advisors, ...topics];
  const [to, setTo] = useState(options[0]?.value ?? "");
  const send = ({ reason = "" }: Record<string, string>) => {
    const [kind, id] = [to.slice(0, to.indexOf(":")), to.slice(to.indexOf(":") + 1)];
    return onSend({ [kind]: id, reason });
  };
  if (options.length === 0) return <Dialog title={say("transfer.title")} say={say} onClose={onClose}><p>{say("transfer.nobody")}</p></Dialog>;
  return (
    <Ask title={say("transfer.title")} send={say("transfer.send")} onSend={send} onClose={onClose}>
      <Choice label={say("transfer.to")} value={to} options={options} onChoose={setTo} />
      <Field label={say("transfer.reason")} hint={say("transfer.reason-hint")} name="reason" maxLength={500} autoComplete="off" required />
    </Ask>
  );
};
