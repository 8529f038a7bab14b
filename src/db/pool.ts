import pg from "pg";

const DATE = 1082;

/** Days come as ISO text ("2026-11-23"), not as midnight in the machine's own time zone; bigints as text. */
export const poolOptions = {
  types: {
    getTypeParser: ((id: number, format?: "text" | "binary") =>
      id === DATE ? (value: string) => value : pg.types.getTypeParser(id, format as "text")) as typeof pg.types.getTypeParser,
  },
};
