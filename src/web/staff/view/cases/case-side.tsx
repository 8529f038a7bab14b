import type { CaseDetail, CasesSetup } from "../../cases/contract.ts";
import { offered } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { Deadline } from "./deadline.tsx";
import { History } from "./history.tsx";
import { Part } from "./part.tsx";
import { Consents, PersonPart } from "./person.tsx";

type Props = { me: Me; one: CaseDetail; setup: CasesSetup | undefined; onNote: () => void };

/** What stands around the answer: the clock, the person, notes, what happened. */
export const CaseSide = ({ me, one, setup, onNote }: Props) => {
  const { say, locale } = useSpeech();
  return (
    <div class="case-side">
      <Deadline one={one} />
      <PersonPart one={one} setup={setup} />
      <Part title={say("detail.part.notes")}>
        {one.notes.length === 0 ? <p class="quiet-words">{say("detail.no-notes")}</p> : (
          <ul class="notes">{one.notes.map(({ by, at, text }) => <li key={at}><p class="own">{text}</p><p class="hint">{by}, {dateAndTime(at, locale)}</p></li>)}</ul>
        )}
        {offered(me, one).includes("note") && <button type="button" class="secondary" onClick={onNote}>{say("act.note")}</button>}
      </Part>
      <History history={one.history} />
      <Consents one={one} />
    </div>
  );
};
