import type { Response } from "express";
import type { StaffAnswer } from "./route.ts";

const lookMs = 15_000;

/** Holds the line open until the caller goes, the service stops, or `stillIn`, asked every 15 seconds, says no. */
export const holdEvents = (res: Response, { events }: Extract<StaffAnswer, { events: unknown }>, stillIn: () => Promise<boolean>, stopped: AbortSignal): void => {
  const gone = new AbortController();
  const closed = AbortSignal.any([gone.signal, stopped]);
  res.writeHead(200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  res.write(": open\n\n");
  const look = setInterval(() => {
    stillIn().then((still) => { if (!still) gone.abort(); }, () => { gone.abort(); });
  }, lookMs);
  res.on("close", () => { gone.abort(); });
  closed.addEventListener("abort", () => {
    clearInterval(look);
    res.end();
  });
  events((event, data) => { if (!closed.aborted) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`); }, closed);
};
