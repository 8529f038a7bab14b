import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { ReferralDetail, ReferralLine } from "../../referrals/contract.ts";
import { faultWords, named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";

type Props = { referral: ReferralLine; mayRefer: boolean; onChange: () => void };

/** One referral: how it stands for everybody, and on asking what was shared and what can be done. */
export const ReferralCard = ({ referral, mayRefer, onChange }: Props) => {
  const { say, locale } = useSpeech();
  const [detail, setDetail] = useState<ReferralDetail>();
  const [link, setLink] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const { id, number, institution, need, state, closedAs, sentAt, reminders, outcome, by, letter } = referral;
  const open = async () => {
    const got = await call<ReferralDetail>("GET", `referrals/${id}`);
    setRefusal(got.ok ? undefined : got);
    if (got.ok) setDetail(got.value);
  };
  const act = async (path: string, body: object) => {
    const done = await call<{ link?: string }>("POST", `referrals/${id}/${path}`, body);
    setRefusal(done.ok ? undefined : done);
    if (done.ok) setLink(done.value.link);
    await open();
    onChange();
  };
  return (
    <article class="card-row">
      <h2>{number} · {institution[locale]}</h2>
      <p class="hint">{say(`referrals.need.${need}`)} · {dateAndTime(sentAt, locale)} · {say(`referrals.by.${by}`)} · {say(`referrals.letter.${letter}`)}</p>
      <p>
        <span class={`tag ${state}`}>{say(closedAs ? `referrals.closed.${closedAs}` : `referrals.state-of.${state}`)}</span>
        {reminders > 0 && ` ${say("referrals.reminders", { count: reminders })}`}{outcome && ` · ${say(`referrals.outcome.${outcome}`)}`}
      </p>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      {detail && <Shared detail={detail} />}
      {link && <p class="own">{say("referrals.link")} <code>{link}</code></p>}
      {mayRefer && (
        <div class="dialog-buttons">
          {!detail && <button type="button" class="secondary" onClick={() => { void open(); }}>{say("referrals.open")}<span class="hidden">: {number}</span></button>}
          {detail && detail.state !== "closed" && <button type="button" class="secondary" onClick={() => { void act("send-again", {}); }}>{say(`referrals.again.${letter === "hand" ? "hand" : "mail"}`)}<span class="hidden">: {number}</span></button>}
          {detail?.next.map((to) => (
            <button type="button" class="secondary" key={to} onClick={() => { void act("state", to === "closed" ? { to, as: detail.state === "attended" ? "done" : "withdrawn" } : { to }); }}>
              {say(`referrals.mark.${to === "closed" && detail.state !== "attended" ? "withdrawn" : to}`)}<span class="hidden">: {number}</span>
            </button>
          ))}
        </div>
      )}
    </article>
  );
};

const Shared = ({ detail: { shared, history } }: { detail: ReferralDetail }) => {
  const { say, locale } = useSpeech();
  return (
    <>
      <dl>
        {(["name", "phone", "email", "note"] as const).map((what) => <div key={what}><dt>{say(`referrals.shared.${what}`)}</dt><dd class="own">{shared[what] ?? say("referrals.not-told")}</dd></div>)}
      </dl>
      <ol class="history">{history.map(({ at, did, by }, i) => <li key={i}><time dateTime={at}>{dateAndTime(at, locale)}</time> {named("referrals.did", did, locale)} · {say(`referrals.by.${by}`)}</li>)}</ol>
    </>
  );
};
