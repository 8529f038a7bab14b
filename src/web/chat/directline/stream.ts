import type { ActivitySet } from "./api.ts";

const openWithinMs = 8_000;
const beatMs = 25_000;
const echoWithinMs = 8_000;

export type Stream = {
  /** Settles when the socket is gone; false when it never opened. */
  closed: Promise<boolean>;
  /** Asks whether the other end is still there: a phone that slept is not told. */
  probe: () => void;
  close: () => void;
};

/** Follows a conversation over a WebSocket. The service returns our empty frames: silence means that the line is dead. */
export const openStream = (url: string, on: { open: () => void; set: (set: ActivitySet) => void }): Stream => {
  const socket = new WebSocket(url);
  let opened = false;
  let deadline = setTimeout(() => socket.close(), openWithinMs);
  let settle: (opened: boolean) => void = () => undefined;
  const closed = new Promise<boolean>((resolve) => { settle = resolve; });

  const probe = () => {
    if (socket.readyState !== WebSocket.OPEN) return;
    clearTimeout(deadline);
    deadline = setTimeout(over, echoWithinMs);
    socket.send("");
  };
  const beat = setInterval(probe, beatMs);
  const over = () => {
    clearInterval(beat);
    clearTimeout(deadline);
    socket.onmessage = socket.onclose = null;
    socket.close();
    settle(opened);
  };

  socket.onopen = () => {
    opened = true;
    clearTimeout(deadline);
    on.open();
  };
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    clearTimeout(deadline);
    if (data) on.set(JSON.parse(data) as ActivitySet);
  };
  socket.onclose = over;
  return { closed, probe, close: over };
};
