import { useEffect, useRef, useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { CaseDetail, CasesSetup } from "../../cases/contract.ts";
import { inbox } from "../../cases/inbox.ts";
import type { Me } from "../../contract.ts";
import { pathOf } from "../../route.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { Back } from "../icons.tsx";
import { Link } from "../link.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";
import { Answer } from "./answer.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseSide } from "./case-side.tsx";
import { DeedBar } from "./deed-bar.tsx";
import { CaseDialog, type Asking } from "./case-dialog.tsx";
import { doneWords, type Outcome } from "./done-words.ts";
import { Duplicates } from "./duplicates.tsx";
import { Files } from "./files.tsx";
import { Told } from "./told.tsx";

const toldMs = 15_000;

/** One case whole: what was told, its deadline, and everything that can be done with it. */
export const CasePage = ({ me, id }: { me: Me; id: string }) => {
  const { say, locale } = useSpeech();
  const loaded = useLoaded<CaseDetail>(`cases/${id}`);
  const setup = useLoaded<CasesSetup>("cases/setup");
  const [asking, setAsking] = useState<Asking>();
  const [told, setTold] = useState("");
  const [refusal, setRefusal] = useState<Refusal>();
  const one = loaded.refusal?.status === 403 ? undefined : loaded.value;
  const done = (deed: string, outcome: Outcome) => {
    setAsking(undefined);
    setTold(doneWords(deed, outcome, say, locale));
    setRefusal(undefined);
    loaded.reload();
  };
  /** The case is not as it was shown: it is shown anew. */
  const refused = (why: Refusal) => {
    setRefusal(why);
    loaded.reload();
  };
  const take = async () => {
    const taken = await call<Outcome>("POST", `cases/${id}/assign`, { officer: me.id });
    if (taken.ok) done("take", taken.value);
    else refused(taken);
  };
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(""), toldMs);
    return () => clearTimeout(timer);
  }, [told]);
  const fault = ofCase(refusal ?? loaded.refusal);
  return (
    <div class="sheet case">
      <p><Link class="case-back" href={pathOf("cases")} onClickCapture={() => inbox.set({ left: id })}><Back />{say("cases.back")}</Link></p>
      <Heading one={one} />
      <p role="status" class={told ? "note" : "hidden"}>{told}</p>
      <Fault>{fault && faultWords(fault, locale)}</Fault>
      {!one && !loaded.refusal && <p role="status">{say("loading")}</p>}
      {one && (
        <>
          <DeedBar me={me} one={one} onTake={() => { void take(); }} onAsk={setAsking} />
          <div class="case-columns">
            <div class="case-main">
              <Told one={one} />
              <Files one={one} side="citizen" />
              <Answer me={me} one={one} setup={setup.value} onAsk={setAsking} onDone={done} onRefused={refused} />
              <Duplicates one={one} />
            </div>
            <CaseSide me={me} one={one} setup={setup.value} onNote={() => setAsking("note")} />
          </div>
          {asking && setup.value && <CaseDialog asking={asking} one={one} setup={setup.value} onDone={done} onRefused={loaded.reload} onClose={() => setAsking(undefined)} />}
        </>
      )}
    </div>
  );
};

/** Refused here, it is the case that is with somebody else, not the page. */
const ofCase = (refusal: Refusal | undefined): Refusal | undefined => (refusal?.code === "not-allowed" ? { ...refusal, code: "case-not-allowed" } : refusal);

/** Where one stands: spoken when the case is there. */
const Heading = ({ one }: { one: CaseDetail | undefined }) => {
  const { say } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { scrollTo(0, 0); }, [one === undefined]);
  // What was pressed may be gone with the deed: the focus must not go with it.
  useEffect(() => { if (one && document.activeElement === document.body) title.current?.focus(); }, [one]);
  return one ? <CaseHead one={one} title={title} /> : <h1>{say("page.cases")}</h1>;
};
