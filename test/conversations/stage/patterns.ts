import { answers } from "./patterns/answers.ts";
import { circumstances } from "./patterns/circumstances.ts";
import type { Pattern } from "./patterns/pattern.ts";
import { type Found, wishes } from "./patterns/wishes.ts";
import { words } from "./patterns/words.ts";

/** Every pattern of repair; the README has the table. */
export const patterns = (found: Found): Pattern[] => [...answers, ...wishes(found), ...words, ...circumstances];
