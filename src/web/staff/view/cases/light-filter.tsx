import { lights, type Light } from "../../cases/contract.ts";
import { narrow, type InboxState } from "../../cases/inbox.ts";
import { Clock, Hurry, Late, Pause } from "../icons.tsx";
import { useSpeech } from "../speech.ts";

const signs = { over: Late, red: Late, amber: Hurry, green: Clock, none: Pause };

/** How many cases stand at each light; a press shows those alone, another all of them. */
export const LightFilter = ({ state, lights: counts }: { state: InboxState; lights: Record<Light, number> }) => {
  const { say } = useSpeech();
  if (state.view === "closed") return null;
  return (
    <div class="lights" role="group" aria-label={say("cases.light.label")}>
      {lights.map((light) => {
        const Sign = signs[light];
        return (
          <button type="button" key={light} class={`light-button ${light}`} aria-pressed={state.light === light} onClick={() => narrow({ light: state.light === light ? undefined : light })}>
            <Sign /><span>{say(`cases.light.${light}`)}</span> <strong>{counts[light]}</strong>
          </button>
        );
      })}
    </div>
  );
};
