import { useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import type { Me } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { Video } from "../icons.tsx";
import { useSpeech } from "../speech.ts";
import type { Asking } from "./ticket-dialogs.tsx";

type Props = { me: Me; desk: Desk; open: OpenTicket; onAsk: (what: Asking) => void };

/** What can be done with a claimed conversation as a whole. Who supervises may pass on what another has. */
export const Deeds = ({ me, desk, open, onAsk }: Props) => {
  const { say } = useSpeech();
  const mine = open.detail?.ticket.advisor?.id === me.id;
  if (!mine && me.role === "advisor") return null;
  const deeds: Asking[] = mine ? ["transfer", "return", "close"] : ["transfer"];
  return (
    <div class="deeds" role="group" aria-label={say("deeds.label")}>
      {deeds.map((deed) => <button type="button" key={deed} class="secondary" onClick={() => onAsk(deed)}>{say(`deed.${deed}`)}</button>)}
      {mine && <VideoButton desk={desk} ticket={open.id} />}
    </div>
  );
};

/** Gone once the service says that it has no video calls. */
const VideoButton = ({ desk, ticket }: { desk: Desk; ticket: string }) => {
  const { say, locale } = useSpeech();
  const [url, setUrl] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  if (refusal && [404, 501].includes(refusal.status)) return <Fault>{say("video.none")}</Fault>;
  if (url) return <a class="secondary video" href={url} target="_blank" rel="noopener noreferrer"><Video />{say("video.open")}</a>;
  const begin = async () => {
    const made = await desk.act(ticket, "video", {});
    setRefusal(made.ok ? undefined : made);
    if (made.ok) setUrl(made.value.url);
  };
  return (
    <>
      <button type="button" class="secondary" onClick={() => { void begin(); }}><Video />{say("video.begin")}</button>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
    </>
  );
};
