import fc from "fast-check";
import { isFull } from "../support/bars.ts";

/** The everyday run draws the same values each time, so that it says of a change what the change did; `npm run bars` draws new ones. */
if (!isFull) fc.configureGlobal({ seed: 20_261_124 });
