import { afterRender } from "../../../chat/view/after-render.ts";
import type { Refusal } from "../../api.ts";
import type { Me, Overview } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import { goTo, pathOf } from "../../route.ts";
import { Ask } from "../ask.tsx";
import { useSpeech } from "../speech.ts";
import { CannedDialog } from "./canned-dialog.tsx";
import { focusReply, insertInReply } from "./focus.ts";
import { TransferDialog } from "./transfer-dialog.tsx";

/** What an advisor is asked before it happens. */
export type Asking = "canned" | "note" | "transfer" | "return" | "close";

type Props = { asking: Asking; me: Me; desk: Desk; open: OpenTicket; overview: Overview | undefined; onClose: () => void };

export const TicketDialogs = ({ asking, me, desk, open, overview, onClose }: Props) => {
  const { say } = useSpeech();
  const act = (deed: Parameters<Desk["act"]>[1]) => async (body: object): Promise<Refusal | undefined> => {
    const done = await desk.act(open.id, deed, body);
    if (!done.ok) return done;
    onClose();
    if (deed === "transfer") goTo(pathOf("desk"));
  };
  switch (asking) {
    case "canned":
      return (
        <CannedDialog
          locale={open.detail?.ticket.locale ?? "es"} onClose={onClose}
          onChoose={(text) => { onClose(); afterRender(() => { focusReply(); insertInReply(text); }); }}
        />
      );
    case "note":
      return (
        <Ask title={say("note.title")} send={say("note.send")} onSend={({ text = "" }) => act("note")({ text })} onClose={onClose}>
          <p class="field"><label for="note">{say("note.label")}</label><textarea id="note" name="text" rows={4} maxLength={2000} required /></p>
        </Ask>
      );
    case "transfer":
      return <TransferDialog me={me} open={open} overview={overview} onSend={act("transfer")} onClose={onClose} />;
    case "return":
      return <Ask title={say("return.title")} send={say("return.send")} onSend={() => act("return")({})} onClose={onClose}><p>{say("return.note")}</p></Ask>;
    case "close":
      return (
        <Ask title={say("close.title")} send={say("close.send")} onSend={({ reason = "resolved" }) => act("close")({ reason })} onClose={onClose}>
          <CloseReasons />
        </Ask>
      );
    default:
      return asking satisfies never;
  }
};

const CloseReasons = () => {
  const { say } = useSpeech();
  return (
    <fieldset>
      <legend>{say("close.reason")}</legend>
      {(["resolved", "no-answer", "elsewhere", "abuse"] as const).map((reason, i) => (
        <p class="check" key={reason}>
          <input id={`reason-${reason}`} type="radio" name="reason" value={reason} defaultChecked={i === 0} />
          <label for={`reason-${reason}`}>{say(`close.${reason}`)}</label>
        </p>
      ))}
    </fieldset>
  );
};
