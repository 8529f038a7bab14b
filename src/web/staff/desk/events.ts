import { backOff } from "../../chat/directline/pause.ts";

/** The service pings every 20 s: a longer silence means that the line is dead. */
const silenceMs = 45_000;

type Events = { changed: () => void; reached: (reached: boolean) => void };

type Line = { hurry: () => void; stop: () => void };

/** Follows the desk, through lost connections, until it is stopped. After each new connection everything counts as changed. */
export const followDesk = (on: Events): Line => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const later = (what: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(what, ms);
  };
  const beat = () => { later(lost, silenceMs); };
  const lost = () => {
    source?.close();
    if (stopped) return;
    on.reached(false);
    later(open, backOff(failures++, 500, 15_000));
  };
  const open = () => {
    source?.close();
    source = new EventSource("/staff/api/desk/events");
    beat();
    source.onopen = () => {
      failures = 0;
      on.reached(true);
      on.changed();
    };
    source.onerror = lost;
    source.addEventListener("ping", beat);
    source.addEventListener("changed", () => {
      beat();
      on.changed();
    });
  };
  addEventListener("offline", lost);
  open();
  return {
    hurry: () => {
      if (source?.readyState !== EventSource.OPEN) open();
    },
    stop: () => {
      stopped = true;
      removeEventListener("offline", lost);
      clearTimeout(timer);
      source?.close();
    },
  };
};
