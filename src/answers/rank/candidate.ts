import type { Passage } from "../types.ts";
import type { Features } from "./features.ts";

/** A passage that may answer, and what speaks for and against it. */
export type Candidate = { passage: Passage; features: Features };

/** What a passage is about: its article or its service. */
export const subjectOf = ({ pair }: Passage): string => pair.split("#")[0]!;

/** What a passage speaks of in a wider sense: an article about a service speaks of that service. */
export const themeOf = (passage: Passage): string => (passage.service === undefined ? subjectOf(passage) : `service:${passage.service}`);

/** Taken in from a published document as it stands: nobody has written down how people ask for it. */
export const isDocument = ({ topic }: Passage): boolean => topic === "documents";
