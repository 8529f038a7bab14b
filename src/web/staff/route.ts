import type { Role } from "../../staff/role.ts";
import { createStore } from "./store.ts";

export const pages = ["desk", "callbacks", "promise", "accounts", "audit", "account"] as const;
export type PageName = (typeof pages)[number];
export type Route = { page: PageName | undefined; ticket: string | undefined };

/** What each role finds in the menu, its first page first. The server decides what is answered. */
export const pagesOf: Record<Role, readonly PageName[]> = {
  administrator: pages,
  supervisor: pages,
  advisor: ["desk", "callbacks", "promise", "account"],
  observer: ["desk", "promise", "account"],
  "case-officer": ["account"],
  "office-clerk": ["account"],
};

const parse = (path: string): Route => {
  const [, page, ticket] = /^\/staff\/?([a-z]*)\/?([\w-]*)/.exec(path) ?? [];
  return { page: pages.find((name) => name === page), ticket: page === "desk" && ticket ? ticket : undefined };
};

export const route = createStore<Route>(parse(location.pathname));

export const pathOf = (page: PageName, ticket?: string): string => `/staff/${page}${ticket ? `/${ticket}` : ""}`;

/** Goes to a page of ours without loading it anew. */
export const goTo = (path: string): void => {
  if (path !== location.pathname) history.pushState(null, "", path);
  route.set(parse(path));
};

addEventListener("popstate", () => { route.set(parse(location.pathname)); });
