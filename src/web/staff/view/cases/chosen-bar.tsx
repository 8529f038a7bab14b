import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { CaseLine } from "../../cases/contract.ts";
import { chooseNone } from "../../cases/inbox.ts";
import { goTo, pathOf } from "../../route.ts";
import { Ask } from "../ask.tsx";
import { useSpeech } from "../speech.ts";
import { Words } from "./fields.tsx";

type Props = { chosen: ReadonlyMap<string, CaseLine>; moreThan: number };

/** What can be done with the cases that are selected: one answer for all (CPACA art. 22). */
export const ChosenBar = ({ chosen, moreThan }: Props) => {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const kinds = new Set([...chosen.values()].map(({ kind }) => kind));
  const why = kinds.size > 1 ? say("choice.mixed") : chosen.size <= moreThan ? say("choice.need", { count: moreThan }) : undefined;
  const propose = async ({ es = "", en = "" }: Record<string, string>): Promise<Refusal | undefined> => {
    const done = await call("POST", "cases/together", { cases: [...chosen.keys()], es, en });
    if (!done.ok) return done;
    chooseNone();
    goTo(pathOf("cases", "together"));
  };
  if (chosen.size === 0) return null;
  return (
    <section class="chosen" aria-label={say("choice.answer")}>
      <p role="status"><strong>{say("choice.chosen", { count: chosen.size })}</strong> {why && <span class="hint">{why}</span>}</p>
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={chooseNone}>{say("choice.clear")}</button>
        {!why && <button type="button" class="primary" onClick={() => setAsking(true)}>{say("choice.answer")}</button>}
      </div>
      {asking && (
        <Ask title={say("together.title", { count: chosen.size })} send={say("together.propose")} onSend={propose} onClose={() => setAsking(false)}>
          <p class="note">{say("together.note", { count: moreThan })}</p>
          <Words label={say("together.text-es")} name="es" most={20_000} lang="es" hint={say("together.hint")} />
          <Words label={say("together.text-en")} name="en" most={20_000} lang="en" />
        </Ask>
      )}
    </section>
  );
};
