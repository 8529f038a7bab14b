export const isFull = process.env["BARS"] === "full";

/**
 * How big a trial is: as big as the project promises with `npm run bars`, smaller in the everyday run, which finds the same
 * kinds of fault in less time.
 */
export const sized = (promised: number, everyday: number): number => (isFull ? promised : everyday);
