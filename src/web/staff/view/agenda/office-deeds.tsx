import { useState } from "preact/hooks";
import type { Agenda } from "../../agenda/contract.ts";
import type { View } from "../../agenda/days.ts";
import { overOffice } from "../../agenda/may.ts";
import type { Me } from "../../contract.ts";
import { useSpeech } from "../speech.ts";
import { CancelDayDialog } from "./cancel-day-dialog.tsx";
import { SpanDialog } from "./span-dialog.tsx";

type Props = { me: Me; agenda: Agenda; view: View; onDone: (words: string) => void };

const asks = ["block", "unblock", "cancel"] as const;
type Asking = (typeof asks)[number];

/** What changes the plan of an office, for those who answer for it. */
export const OfficeDeeds = ({ me, agenda, view, onDone }: Props) => {
  const { say } = useSpeech();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const done = (words: string) => {
    close();
    onDone(words);
  };
  const offered = asks.filter((ask) => ask === "block" || (ask === "cancel" ? view === "day" && agenda.from >= agenda.today : agenda.openings.some(({ blocked }) => blocked > 0)));
  if (!overOffice(me) || agenda.openings.length === 0) return null;
  return (
    <div class="office-deeds" role="group" aria-label={say("agenda.plan.label")}>
      {offered.map((ask) => <button type="button" key={ask} class="secondary" onClick={() => setAsking(ask)}>{say(`agenda.plan.${ask}`)}</button>)}
      {(asking === "block" || asking === "unblock") && <SpanDialog deed={asking} agenda={agenda} onDone={done} onClose={close} />}
      {asking === "cancel" && <CancelDayDialog agenda={agenda} onDone={done} onClose={close} />}
    </div>
  );
};
