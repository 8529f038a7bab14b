import type { RefObject } from "preact";
import type { CaseDetail } from "../../cases/contract.ts";
import { pathOf } from "../../route.ts";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { LightSign } from "./light-sign.tsx";

/** Which case it is and how it stands. */
export const CaseHead = ({ one, title }: { one: CaseDetail; title: RefObject<HTMLHeadingElement | null> }) => {
  const { say } = useSpeech();
  return (
    <header class="case-head">
      <div>
        <h1 ref={title} tabIndex={-1}>{one.radicado}</h1>
        <p class="case-kind">
          <span class="case-name">{say(`case.kind.${one.kind}`)}</span>
          <span class="tag">{say(`case.state.${one.state}`)}</span>
          {one.priority && <span class="tag priority">{say(`case.priority.${one.priority}`)}</span>}
        </p>
        {one.about && <p class="hint"><Link href={pathOf("cases", one.about.id)}>{say("detail.about", { radicado: one.about.radicado })}</Link></p>}
      </div>
      <LightSign line={one} />
    </header>
  );
};
