import type { CaseKind, CaseState } from "../../../cases/types.ts";
import { createStore } from "../store.ts";
import type { CaseLine, Light } from "./contract.ts";

export const views = ["all", "mine", "unassigned", "review", "closed"] as const;
export type View = (typeof views)[number];

export type InboxState = {
  view: View;
  kind: CaseKind | undefined;
  /** One state of those that the view has. */
  state: CaseState | undefined;
  light: Light | undefined;
  radicado: string;
  page: number;
  /** Those that are to be answered together, by id; they stay while one pages. */
  chosen: ReadonlyMap<string, CaseLine>;
  /** The case that was left last: the list is taken up again there. */
  left: string | undefined;
};

const first: InboxState = { view: "all", kind: undefined, state: undefined, light: undefined, radicado: "", page: 1, chosen: new Map(), left: undefined };

/** How somebody looks at the cases; kept while they work on one of them. */
export const inbox = createStore<InboxState>(first);

/** Another choice begins at the first page. */
export const narrow = (change: Partial<Pick<InboxState, "view" | "kind" | "state" | "light" | "radicado">>): void => { inbox.set({ ...change, page: 1 }); };

export const choose = (line: CaseLine, on: boolean): void => {
  const chosen = new Map(inbox.state().chosen);
  if (on) chosen.set(line.id, line);
  else chosen.delete(line.id);
  inbox.set({ chosen });
};

export const chooseNone = (): void => { inbox.set({ chosen: new Map() }); };

/** What is shown is another person's when somebody else signs in. */
export const forgetInbox = (): void => { inbox.set(first); };

const asked: Record<View, Record<string, string>> = {
  all: { state: "open" },
  mine: { state: "open", officer: "me" },
  unassigned: { state: "open", officer: "none" },
  review: { state: "in-review" },
  closed: { state: "closed" },
};

/** The path that answers it. A radicado is looked for among all. */
export const pathOfInbox = ({ view, kind, state, light, radicado, page }: InboxState): string => {
  const chosen = radicado ? { radicado } : { ...asked[view], ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(light ? { light } : {}) };
  return `cases?${new URLSearchParams({ ...chosen, page: String(page) })}`;
};
