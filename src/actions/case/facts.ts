import { validators } from "../../flow/slots/validators.ts";
import type { Slots } from "../../flow/types.ts";
import type { Locale } from "../../locale.ts";

/** Who tells it and how to reach them, where the story says so. */
export const personIn = (story: string, locale: Locale, now: Date): Slots =>
  Object.fromEntries((["name", "document", "email", "phone"] as const).flatMap((slot) => {
    const { find, parse } = validators[slot];
    const found = slot === "name" ? ownName(story) : find?.(story, { locale, now })?.value;
    const parsed = found !== undefined && parse(String(found), {}, { locale, now });
    return parsed && "ok" in parsed ? [[slot, parsed.ok]] : [];
  }));

/** Two to five words in capitals that somebody says are theirs, or that stand before a document; any other name is asked. */
const ownName = (story: string): string | undefined => (introduced.exec(story) ?? beforeDocument.exec(story))?.[1];

const capital = "\\p{Lu}[\\p{L}\\p{M}'’-]+";
const fullName = `(${capital}(?: (?:(?:de|del|la|las|los|y|van|der|da|dos) ){0,3}${capital}){1,4})`;
const introduced = new RegExp(`(?<!\\p{L})(?:[Mm]i nombre(?: completo)? es|[Mm]e llamo|[Ss]oy|[Mm]y (?:full )?name is|[Mm]y name's|I am|I'm)\\s+${fullName}(?!\\p{L})`, "u");
const beforeDocument = new RegExp(`(?:^|\\n|[.] )${fullName}, (?:C\\.?C|C\\.?E|PPT|PA|[Cc][eé]dula|[Pp]asaporte|[Pp]assport|identificad[oa])(?!\\p{L})`, "u");
