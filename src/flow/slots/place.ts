import { abroad } from "./abroad.ts";
import { city } from "./city.ts";
import { flat } from "./flat.ts";
import { venue } from "./venue.ts";
import type { Validator } from "./validator.ts";

/** Where somebody is: a Colombian city by its id, or `abroad`. */
export const place: Validator = {
  parse: (text, options, context) => {
    if (away.test(flat(text))) return { ok: "abroad" };
    const parsed = venue.parse(text, options, context);
    if (!("ok" in parsed)) return { problem: "place" };
    if (Object.hasOwn(abroad, parsed.ok)) return { ok: "abroad" };
    return city.show(parsed.ok) === parsed.ok ? { problem: "place" } : parsed;
  },
  show: (value) => (value === "abroad" ? { key: "repair.button.abroad" } : city.show(value)),
  choices: [{ value: "abroad", title: { key: "repair.button.abroad" } }],
};

const away = /(?<!\p{L})(?:abroad|afuera|fuera (?:de colombia|del pais)|(?:el )?exterior|en el extranjero|otro pais|another country|outside (?:of )?colombia|overseas|venezuela|ecuador|peru|chile|panama|argentina|brasil|brazil|costa rica)(?!\p{L})/u;
