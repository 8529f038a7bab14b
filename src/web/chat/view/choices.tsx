import type { Choice } from "../transcript.ts";
import type { Say } from "../words.ts";
import { Tick } from "./icons.tsx";

type Props = { choices: Choice[]; chosen: string | undefined; open: boolean; say: Say; onPress: (choice: Choice) => void };

/** What can be pressed; once the conversation went on, what was. */
export const Choices = ({ choices, chosen, open, say, onPress }: Props) => (
  <ul class="choices" aria-label={say("choices.label")}>
    {choices.map((choice) => {
      const taken = choice.value === chosen;
      return (
        <li key={choice.value}>
          <button type="button" class={taken ? "choice taken" : "choice"} disabled={!open} onClick={() => onPress(choice)}>
            {taken && <Tick />}
            {choice.title}
            {taken && <span class="hidden">, {say("choices.chosen")}</span>}
          </button>
        </li>
      );
    })}
  </ul>
);
