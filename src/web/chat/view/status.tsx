import { useEffect, useState } from "preact/hooks";
import type { State } from "../screen.ts";
import type { Say } from "../words.ts";

const readMs = 5_000;
/** A quick connection needs no word. */
const patienceMs = 1_500;

/** How it stands with the connection, said politely and only when there is something to say. */
export const Status = ({ say, state, onRead }: { say: Say; state: State; onRead: () => void }) => {
  const offline = useOffline();
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    setPatient(true);
    const timer = setTimeout(state.link === "back" ? onRead : () => setPatient(false), state.link === "back" ? readMs : patienceMs);
    return () => clearTimeout(timer);
  }, [state.link]);
  const key = keyOf(state, offline, patient);
  return (
    <p class={key === "status.online" ? "status good" : "status"} role="status" hidden={state.ended}>
      {key ? say(key) : ""}
    </p>
  );
};

const keyOf = ({ link, busy, slow, waiting, round, messages }: State, offline: boolean, patient: boolean): string | undefined => {
  if (offline) return "status.offline";
  if (link === "back") return "status.online";
  if (link === "lost") return patient ? undefined : "status.reconnecting";
  if (link === "connecting") return patient ? undefined : "status.connecting";
  if (busy) return "status.busy";
  if (round > 0 && messages.length === 0) return "status.restarted";
  return slow && waiting ? "status.slow" : undefined;
};

const useOffline = (): boolean => {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return offline;
};
