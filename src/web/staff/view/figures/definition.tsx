import type { Indicator } from "../../figures/contract.ts";
import { useSpeech } from "../speech.ts";

/** What a figure is, how it is reckoned, and one that was worked by hand. */
export const Definition = ({ indicator: { name, definition, formula, when, example, owner, sources, every } }: { indicator: Indicator }) => {
  const { say, locale } = useSpeech();
  const parts = [["definition", definition[locale]], ["formula", formula[locale]], ["when", when[locale]], ["example", example[locale]], ["owner", owner[locale]], ["every", say(`figures.every.${every}`)], ["sources", sources.join(", ")]] as const;
  return (
    <details class="definition">
      <summary>{say("figures.how")}<span class="hidden">: {name[locale]}</span></summary>
      <dl>{parts.map(([part, words]) => words && <div key={part}><dt>{say(`figures.definition.${part}`)}</dt><dd>{words}</dd></div>)}</dl>
    </details>
  );
};
