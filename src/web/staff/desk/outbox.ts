import { backOff, createPause } from "../../chat/directline/pause.ts";
import { call, type Result } from "../api.ts";
import { keepHere, keptHere } from "./kept.ts";

/** What an advisor sent and the service has not shown back yet. The same `key` again does nothing there. */
export type Outgoing = {
  key: string;
  ticket: string;
  text: string;
  at: string;
  file?: File;
  /** The service has it under this number. */
  seq?: number;
  /** Why the service refused it: it waits for the advisor. */
  refused?: string;
};

export type Outbox = {
  of: (ticket: string) => Outgoing[];
  add: (ticket: string, text: string, file?: File) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
  /** The ticket's messages up to `seq` are on screen. */
  shown: (ticket: string, seq: number) => void;
  hurry: () => void;
  stop: () => void;
};

/** Sends in order, one at a time a ticket, again and again with the same key until the service has it. */
export const createOutbox = (changed: (of: Outbox["of"]) => void): Outbox => {
  const { pause, wake } = createPause();
  const running = new Set<string>();
  let items = read();
  let stopped = false;

  const of = (ticket: string) => items.filter((item) => item.ticket === ticket);
  const put = (next: Outgoing[]) => {
    items = next;
    if (!stopped) keepHere("outbox", JSON.stringify(items.filter(({ file }) => !file)));
    changed(of);
  };
  const change = (key: string, fields: Partial<Outgoing>) => { put(items.map((item) => (item.key === key ? { ...item, ...fields } : item))); };
  const waiting = (ticket: string) => items.find((item) => item.ticket === ticket && item.seq === undefined && item.refused === undefined);
  const run = async (ticket: string): Promise<void> => {
    if (running.has(ticket)) return;
    running.add(ticket);
    let failures = 0;
    for (let next = waiting(ticket); next && !stopped; next = waiting(ticket)) {
      const result = await send(next);
      if (result.ok) change(next.key, { seq: result.value.seq });
      else if (isFinal(result.status)) change(next.key, { refused: result.code });
      else await pause(backOff(failures++, 1_000, 15_000));
    }
    running.delete(ticket);
  };
  const runAll = () => { for (const { ticket } of items) void run(ticket); };
  runAll();

  return {
    of,
    add: (ticket, text, file) => {
      put([...items, { key: newKey(), ticket, text, at: new Date().toISOString(), ...(file ? { file } : {}) }]);
      void run(ticket);
    },
    retry: (key) => {
      put(items.map((item) => (item.key === key ? withoutRefusal(item) : item)));
      runAll();
    },
    discard: (key) => { put(items.filter((item) => item.key !== key)); },
    shown: (ticket, seq) => {
      const left = items.filter((item) => item.ticket !== ticket || item.seq === undefined || item.seq > seq);
      if (left.length < items.length) put(left);
    },
    hurry: () => {
      wake();
      runAll();
    },
    stop: () => {
      stopped = true;
      wake();
    },
  };
};

const send = ({ key, ticket, text, file }: Outgoing): Promise<Result<{ seq: number }>> =>
  file
    ? call("POST", `desk/tickets/${ticket}/attachment?${new URLSearchParams({ name: file.name, key })}`, file)
    : call("POST", `desk/tickets/${ticket}/reply`, { key, text });

/** Signed out, too many, or a fault of the service: it may go later. Anything else will be refused again. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![401, 408, 429].includes(status);

const withoutRefusal = (item: Outgoing): Outgoing => {
  const next = { ...item };
  delete next.refused;
  return next;
};

const read = (): Outgoing[] => JSON.parse(keptHere("outbox") || "[]") as Outgoing[];

/** As a UUID; `crypto.randomUUID` is not there on plain http. */
const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
