/** What the desk cannot do, as a value that its caller can expect. `by` is who has the ticket. */
export type Refused = { refused: "not-found" | "already-claimed" | "not-allowed" | "not-there"; by?: string };

/** Thrown inside a transaction, so that nothing of it is kept; caught by `orRefused`. */
export class RefusedInside extends Error {
  readonly why: Refused;
  constructor(why: Refused) {
    super(`desk: ${why.refused}`);
    this.why = why;
  }
}

export const orRefused = async <T>(work: Promise<T>): Promise<T | Refused> => {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof RefusedInside) return fault.why;
    throw fault;
  }
};
