import { call, type Refusal } from "../../api.ts";
import type { CaseDetail, CasesSetup } from "../../cases/contract.ts";
import type { Deed } from "../../cases/may.ts";
import { Ask } from "../ask.tsx";
import { useSpeech } from "../speech.ts";
import { DeedFields } from "./deed-fields.tsx";
import type { Outcome } from "./done-words.ts";

/** What somebody is asked before it happens. */
export type Asking = Deed | "review" | "approve" | "answer";

type Props = { asking: Asking; one: CaseDetail; setup: CasesSetup; onDone: (deed: string, outcome: Outcome) => void; onRefused: () => void; onClose: () => void };

/** Says what follows, asks for what is needed, once. */
export const CaseDialog = ({ asking, one, setup, onDone, onRefused, onClose }: Props) => {
  const { say } = useSpeech();
  const send = async (fields: Record<string, string>): Promise<Refusal | undefined> => {
    const done = await call<Outcome>("POST", `cases/${one.id}/${asking === "approve" ? "review" : asking}`, bodyOf(asking, fields));
    if (!done.ok) {
      onRefused();
      return done;
    }
    onDone(asking, done.value);
  };
  return (
    <Ask title={say(`act.${asking}`)} send={say(`ask.${asking}.send`)} onSend={send} onClose={onClose}>
      {asking !== "note" && <p class="field">{say(`ask.${asking}.note`)}</p>}
      <DeedFields asking={asking} one={one} setup={setup} />
    </Ask>
  );
};

const bodyOf = (asking: Asking, fields: Record<string, string>): object => {
  const { to = "", days = "", priority = "", reason = "" } = fields;
  switch (asking) {
    case "assign":
      return { [to.slice(0, to.indexOf(":"))]: to.slice(to.indexOf(":") + 1) };
    case "extend":
      return { days: Number(days), reason };
    case "priority":
      return { priority: priority || null, reason };
    case "review":
      return { approve: false, reason };
    case "approve":
      return { approve: true };
    default:
      return fields;
  }
};
