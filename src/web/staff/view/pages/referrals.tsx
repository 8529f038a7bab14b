import { useState } from "preact/hooks";
import type { Me } from "../../contract.ts";
import type { ReferralCount, ReferralLine } from "../../referrals/contract.ts";
import { Choice } from "../field.tsx";
import { CountsTable } from "../referrals/counts-table.tsx";
import { NewReferral } from "../referrals/new-referral.tsx";
import { ReferralCard } from "../referrals/referral-card.tsx";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet } from "./sheet.tsx";

const states = ["", "sent", "accepted", "attended", "not-reached", "closed"] as const;

/** Who was referred where, what came of it, and referring somebody who sits there. */
export const ReferralsPage = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const [state, setState] = useState("");
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string>();
  const list = useLoaded<{ referrals: ReferralLine[] }>(`referrals${state ? `?state=${state}` : ""}`);
  const counts = useLoaded<{ counts: ReferralCount[] }>("referrals/counts");
  const mayRefer = me.role !== "observer";
  const reload = () => { list.reload(); counts.reload(); };
  const tools = (
    <div class="filters">
      <Choice label={say("referrals.state")} value={state} onChoose={setState} options={states.map((value) => ({ value, title: say(`referrals.state-of.${value || "all"}`) }))} />
      {mayRefer && <button type="button" class="primary" onClick={() => setAdding(true)}>{say("referrals.add")}</button>}
    </div>
  );
  return (
    <Sheet title={say("page.referrals")} loaded={list} tools={tools}>
      <p role="status">{made && say("referrals.made", { number: made })}</p>
      {list.value?.referrals.length === 0 && <p class="quiet-words">{say("referrals.none")}</p>}
      <ul class="cards">
        {list.value?.referrals.map((referral) => <li key={referral.id}><ReferralCard referral={referral} mayRefer={mayRefer} onChange={reload} /></li>)}
      </ul>
      {counts.value && counts.value.counts.length > 0 && <CountsTable counts={counts.value.counts} />}
      {adding && <NewReferral onClose={() => setAdding(false)} onMade={(number) => { setMade(number); setAdding(false); reload(); }} />}
    </Sheet>
  );
};
