import { describe, expect, it } from "vitest";
import { decode } from "../../../src/answers/ingest/read/decode.ts";
import { createJoin } from "../../../src/answers/ingest/repair/hyphens.ts";
import { joinSpaced } from "../../../src/answers/ingest/repair/spaced.ts";

const torn = [
  "Ver i f i cación del Quórum",
  "activ i dad es d estacadas:",
  "Bar r eras i d enti f i cadas:",
  "población m igrante i nternacional del D istr ito",
  "Las actividades de la población migrante internacional del Distrito",
];

describe("words torn by letter spacing", () => {
  it("are put together where their word is known", () => {
    const words = ["verificación", "destacadas", "barreras", "identificadas", "ver", "id"];
    expect(joinSpaced(torn, words).slice(0, 4)).toEqual([
      "Verificación del Quórum", "actividades destacadas:", "Barreras identificadas:", "población migrante internacional del Distrito",
    ]);
  });

  it("are mended by the document's own whole words alone", () => {
    expect(joinSpaced(torn)[3]).toBe("población migrante internacional del Distrito");
  });

  it("never lose or gain a letter", () => {
    const letters = (lines: string[]) => lines.join("").replace(/\s/g, "");
    expect(letters(joinSpaced(torn))).toBe(letters(torn));
  });

  it("leave a text alone that is whole, with its enumerations, initials and figures", () => {
    const whole = ["a) por que y para que", "b) J. R. Pérez y M. Díaz", "Decreto 4062 de 2011, art. 3 b.", "con sumo gusto", "Plan B", "hepatitis C"];
    expect(joinSpaced(whole, ["porque", "consumo"])).toEqual(whole);
  });

  it("never join two whole words, even in a torn text", () => {
    const [line] = joinSpaced(["por que con sumo cuidado", ...torn], ["porque", "consumo", "sumo", "cuidado"]);
    expect(line).toBe("por que con sumo cuidado");
  });
});

describe("a word parted at the end of a line", () => {
  it.each([
    ["la infor-", "mación", "", "la información"],
    ["lo socio-", "económico", "el plan socio-económico", "lo socio-económico"],
    ["el enfoque teórico-", "práctico", "teórico y práctico", "el enfoque teórico-práctico"],
    ["la línea 2-", "3", "", "la línea 2- 3"],
    ["ruta Bogotá-", "Cali", "", "ruta Bogotá- Cali"],
  ])("%s / %s", (line, next, text, joined) => {
    expect(createJoin(text)(line, next)).toBe(joined);
  });
});

describe("bytes of text", () => {
  it("are read as UTF-8, UTF-16 or western Windows, and UTF-8 that was read as western is turned back", () => {
    expect(decode(Buffer.from("atención"))).toBe("atención");
    expect(decode(Buffer.from("\ufeffatención", "utf16le")).replace("\ufeff", "")).toBe("atención");
    expect(decode(Buffer.from("atención", "latin1"))).toBe("atención");
    expect(decode(Buffer.from(Buffer.from("atención, trámite, niñez").toString("latin1")))).toBe("atención, trámite, niñez");
  });
});
