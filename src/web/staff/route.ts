import type { Role } from "../../staff/role.ts";
import { createStore } from "./store.ts";

export const pages = ["desk", "cases", "agenda", "referrals", "figures", "callbacks", "promise", "review", "accounts", "audit", "account", "wall"] as const;
export type PageName = (typeof pages)[number];
/** `place`: what is open within a page other than the desk. */
export type Route = { page: PageName | undefined; ticket: string | undefined; place: string | undefined };

/** What each role finds in the menu, its first page first. The server decides what is answered. */
export const pagesOf: Record<Role, readonly PageName[]> = {
  administrator: pages,
  supervisor: pages,
  advisor: ["desk", "callbacks", "referrals", "promise", "account"],
  observer: ["desk", "referrals", "figures", "promise", "account", "wall"],
  "case-officer": ["cases", "account"],
  "office-clerk": ["agenda", "account"],
};

/** What stands in the menu at once, and what is opened there. The wall has no menu, and is reached from the figures. */
export const menuOf = (role: Role): { first: readonly PageName[]; more: readonly PageName[] } => {
  const all = pagesOf[role].filter((page) => page !== "wall");
  return all.length <= mostInMenu + 1 ? { first: all, more: [] } : { first: all.slice(0, mostInMenu), more: all.slice(mostInMenu) };
};

const mostInMenu = 5;

const parse = (path: string): Route => {
  const [, name, rest] = /^\/staff\/?([a-z]*)\/?([\w-]*)/.exec(path) ?? [];
  const page = pages.find((one) => one === name);
  return { page, ticket: page === "desk" && rest ? rest : undefined, place: page !== "desk" && rest ? rest : undefined };
};

export const route = createStore<Route>(parse(location.pathname));

export const pathOf = (page: PageName, place?: string): string => `/staff/${page}${place ? `/${place}` : ""}`;

/** Goes to a page of ours without loading it anew. */
export const goTo = (path: string): void => {
  if (path !== location.pathname) history.pushState(null, "", path);
  route.set(parse(path));
};

addEventListener("popstate", () => { route.set(parse(location.pathname)); });
