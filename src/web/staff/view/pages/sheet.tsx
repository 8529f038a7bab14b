import type { ComponentChildren } from "preact";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import type { Loaded } from "./loaded.ts";

type Props = { title: string; loaded?: Loaded<unknown>; tools?: ComponentChildren; children: ComponentChildren };

/** A page of its own: its title, what can be done, and what was not reached. */
export const Sheet = ({ title, loaded, tools, children }: Props) => {
  const { say, locale } = useSpeech();
  return (
    <div class="sheet">
      <div class="sheet-head"><h1>{title}</h1>{tools}</div>
      {loaded && <Fault>{loaded.refusal && faultWords(loaded.refusal, locale)}</Fault>}
      {loaded && !loaded.value && !loaded.refusal && <p role="status">{say("loading")}</p>}
      {children}
    </div>
  );
};

/** Wide tables scroll inside their own frame, by keyboard as well. */
export const TableFrame = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="table-frame" role="region" aria-label={label} tabIndex={0}>{children}</div>
);
