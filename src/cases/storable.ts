/** The longest text of a case. */
const longest = 20_000;

/** As PostgreSQL stores it: no NUL, no half of a surrogate pair; and no sign that turns the direction of what follows. */
export const storable = <T extends string | undefined>(text: T): T extends string ? string : string | null =>
  (text === undefined ? null : text.replace(/[\u0000\u202a-\u202e\u2066-\u2069]/g, "").toWellFormed().slice(0, longest)) as T extends string ? string : string | null;
