/** A line of a document as it was set. */
export type Line = {
  text: string;
  page?: number;
  /** Cells of a table's row, empty ones too. */
  cells?: string[];
  /** Empty lines before it: 0 goes on with the line above, 1 is a new paragraph, 3 and more a new section. */
  gap: number;
  /** All of it was set in bold by marks. */
  bold?: boolean;
  /** Its size as a share of the body's, where sizes are known. */
  size?: number;
};
