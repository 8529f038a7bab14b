import type { CaseDetail } from "../../cases/contract.ts";
import { pathOf } from "../../route.ts";
import { dateAndTime } from "../dates.ts";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { percent } from "./days.ts";
import { Part } from "./part.tsx";

/** Cases that may be this one told again; whoever works on it decides. */
export const Duplicates = ({ one: { duplicates } }: { one: CaseDetail }) => {
  const { say, locale } = useSpeech();
  if (duplicates.length === 0) return null;
  return (
    <Part title={say("detail.part.duplicates")}>
      <ul class="files">
        {duplicates.map(({ id, radicado, state, filedAt, samePerson, likeness }) => (
          <li key={id}>
            <Link href={pathOf("cases", id)}>{radicado}</Link>
            <span class="hint">
              {say(`case.state.${state}`)} · {dateAndTime(filedAt, locale)} · {say("detail.likeness", { percent: percent(likeness, locale) })}
              {samePerson && ` · ${say("detail.same-person")}`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
};
