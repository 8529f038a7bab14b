/** A piece of a document in reading order; `page` is a page or slide, counted from 1, where the document has them. */
export type Block = { page?: number } & (
  | { kind: "heading"; level: number; text: string }
  | { kind: "text" | "item"; text: string }
  /** One row of a table: what it shares with the rows above it, and what is its own, each with its column's name. */
  | { kind: "row"; shared: Cell[]; own: Cell[] }
  /** A new slide, or a gap that parts sections. */
  | { kind: "break" }
);
export type Cell = { column: string; text: string };

/** What a document says of itself. What it does not say is absent. Dates are ISO days, months or years. */
export type Meta = { title?: string; publisher?: string; url?: string; published?: string };

export type Parsed = { blocks: Block[]; pages?: "page" | "slide"; meta: Meta };

/** A document that is not taken: `message` says what is wrong with it and the way out. */
export class Refusal extends Error {}
