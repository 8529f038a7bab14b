import type { Migration } from "kysely/migration";
import * as conversations from "./0001-conversations.ts";
import * as continuity from "./0002-continuity.ts";

/** In order of their names. A migration that was released is never changed: a new one follows it. */
export const migrations: Record<string, Migration> = {
  "0001-conversations": conversations,
  "0002-continuity": continuity,
};
