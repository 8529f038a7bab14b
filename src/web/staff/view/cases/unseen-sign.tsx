import { alerts } from "../../cases/alerts.ts";
import { useStore } from "../../store.ts";
import { useSpeech } from "../speech.ts";

/** How many alerts nobody has looked at yet. */
export const UnseenSign = () => {
  const { say } = useSpeech();
  const { unseen } = useStore(alerts);
  if (unseen === 0) return null;
  return <span><span class="unseen" aria-hidden="true">{unseen}</span><span class="hidden">, {say("cases.unseen", { count: unseen })}</span></span>;
};
