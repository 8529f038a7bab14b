import { sql, type RawBuilder } from "kysely";

/** That a turn asked for a person: what it says while it waits for one, or is with one, does not. */
export const forPerson = (outcome: string): RawBuilder<boolean> => sql<boolean>`(${sql.ref(outcome)} in ('handed-off-requested', 'handed-off-misses', 'handed-off-flow'))`;
