import type { CaseLine, CasesSetup } from "../../cases/contract.ts";
import { choose } from "../../cases/inbox.ts";
import { isOpen, mayRead } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { pathOf } from "../../route.ts";
import { dateAndTime } from "../dates.ts";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { LightSign } from "./light-sign.tsx";

type Props = { me: Me; line: CaseLine; chosen: boolean; setup: CasesSetup | undefined };

/** One case of the list: when it is due, what it is, how far it is, who has it. None of anybody's words. */
export const CaseRow = ({ me, line, chosen, setup }: Props) => {
  const { say, locale } = useSpeech();
  const readable = mayRead(me, line);
  const unit = setup?.units.find(({ id }) => id === line.unit)?.name[locale] ?? line.unit;
  return (
    <li class={`case-row ${line.light}`}>
      {readable && isOpen(line.state) && (
        <input type="checkbox" class="case-check" checked={chosen} aria-label={say("choice.select", { radicado: line.radicado })} onChange={({ currentTarget }) => choose(line, currentTarget.checked)} />
      )}
      <div class="case-what">
        {readable
          ? <Link class="case-link" href={pathOf("cases", line.id)} data-case={line.id}>{line.radicado}</Link>
          : <span class="case-link">{line.radicado}</span>}
        <span class="case-name">{say(`case.kind.${line.kind}`)}</span>
      </div>
      <LightSign line={line} />
      <div class="case-tags">
        <span class="tag">{say(`case.state.${line.state}`)}</span>
        {line.priority && <span class="tag priority">{say(`case.priority.${line.priority}`)}</span>}
        {line.identity !== "named" && <span class="tag">{say(`detail.from.${line.identity}`)}</span>}
      </div>
      <p class="case-who">
        {line.officer ? (line.officer.id === me.id ? say("cases.own-case") : line.officer.name) : say("cases.nobody")}
        <span class="hint">{unit} · {say("cases.filed", { day: dateAndTime(line.filedAt, locale) })}</span>
      </p>
    </li>
  );
};
