import type { CaseDetail } from "../../cases/contract.ts";
import { mayTake, offered, type Deed } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { useSpeech } from "../speech.ts";

type Props = { me: Me; one: CaseDetail; onTake: () => void; onAsk: (deed: Deed) => void };

const rare: readonly Deed[] = ["ask-clarification", "suspend", "priority", "kind"];

/** What can be done with a case as a whole; what is rare stands behind one more press. */
export const DeedBar = ({ me, one, onTake, onAsk }: Props) => {
  const { say } = useSpeech();
  const deeds = offered(me, one).filter((deed) => deed !== "note");
  const take = mayTake(one);
  if (deeds.length === 0 && !take) return null;
  const button = (deed: Deed) => <button type="button" key={deed} class="secondary" onClick={() => onAsk(deed)}>{say(`act.${deed}`)}</button>;
  const behind = deeds.filter((deed) => rare.includes(deed));
  return (
    <div class="case-deeds" role="group" aria-label={say("act.label")}>
      {take && <button type="button" class="primary" onClick={onTake}>{say("act.take")}</button>}
      {deeds.filter((deed) => !rare.includes(deed)).map(button)}
      {behind.length > 0 && <details class="more"><summary>{say("act.more")}</summary><div class="more-deeds">{behind.map(button)}</div></details>}
    </div>
  );
};
