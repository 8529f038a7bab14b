import { findRadicado } from "../../radicado.ts";
import { flat } from "./flat.ts";
import type { Validator } from "./validator.ts";

/** The number of a case, however it is typed. */
export const radicado: Validator = {
  parse: (text) => {
    const found = findRadicado(flat(text));
    return found ? { ok: found.value } : { problem: "radicado" };
  },
  find: (text) => findRadicado(flat(text)),
  show: (value) => value,
  sure: true,
};
