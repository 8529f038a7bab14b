import type { Bilingual } from "../../../src/locale.ts";
import { answers } from "./patterns/answers.ts";
import { circumstances } from "./patterns/circumstances.ts";
import type { Pattern } from "./patterns/pattern.ts";
import { wishes } from "./patterns/wishes.ts";
import { words } from "./patterns/words.ts";

/** Every pattern of repair; docs/repair.md has the table. */
export const patterns = (near: Bilingual): Pattern[] => [...answers, ...wishes(near), ...words, ...circumstances];
