import { call, look } from "../api.ts";
import { createStore } from "../store.ts";
import type { Alert } from "./contract.ts";

/** What somebody was told of deadlines, and how much of it they have not seen. */
export const alerts = createStore<{ list: Alert[] | undefined; unseen: number }>({ list: undefined, unseen: 0 });

const everyMs = 60_000;

type Told = { notifications: Alert[]; unseen: number };

const read = async (): Promise<void> => {
  const got = await look<Told>("cases/notifications");
  if (got.ok) alerts.set({ list: got.value.notifications, unseen: got.value.unseen });
};

/** Asks now and again until the returned function is called. */
export const watchAlerts = (): (() => void) => {
  void read();
  const timer = setInterval(() => { void read(); }, everyMs);
  return () => {
    clearInterval(timer);
    alerts.set({ list: undefined, unseen: 0 });
  };
};

/** All that is listed has been looked at; the list goes on to show which were new. */
export const markSeen = async (): Promise<void> => {
  const newest = alerts.state().list?.[0];
  if (!newest || alerts.state().unseen === 0) return;
  const done = await call("POST", "cases/notifications/seen", { upTo: newest.id });
  if (done.ok) alerts.set({ unseen: 0 });
};
