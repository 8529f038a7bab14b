import type { Presence } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import { useStore } from "../../store.ts";
import { useSpeech } from "../speech.ts";

const presences = ["available", "away", "offline"] as const;

/** How one is seen by the queue. */
export const PresenceSwitch = ({ desk }: { desk: Desk }) => {
  const { say } = useSpeech();
  const { overview } = useStore(desk.store);
  if (!overview) return null;
  return (
    <select
      class={`presence ${overview.presence}`} aria-label={say("presence.label")} value={overview.presence}
      onChange={({ currentTarget }) => { void desk.presence(currentTarget.value as Presence); }}
    >
      {presences.map((presence) => <option key={presence} value={presence}>{say(`presence.${presence}`)}</option>)}
    </select>
  );
};
