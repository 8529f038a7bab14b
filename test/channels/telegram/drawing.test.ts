import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHtml, withoutMarks } from "../../../src/channels/telegram/html.ts";
import { keyboardOf, readPress, spentKeyboard } from "../../../src/channels/telegram/keyboard.ts";
import { split } from "../../../src/channels/telegram/split.ts";
import { readHtml } from "../../support/telegram-html.ts";

const choices = (...titles: string[]) => titles.map((title, i) => ({ value: `v${i}`, title }));
const shape = (...titles: string[]) => keyboardOf(choices(...titles), 12).rows.map((row) => row.length);

describe("a keyboard", () => {
  it("has short choices in pairs and longer ones on a row of their own", () => {
    expect(shape("Sí", "No")).toEqual([2]);
    expect(shape("1", "2", "3", "4", "5")).toEqual([2, 2, 1]);
    expect(shape("Sí", "Un trámite que se llama largo", "No", "Salir")).toEqual([1, 1, 2]);
    expect(shape()).toEqual([]);
  });

  it("has numbers where a choice does not fit a button, and lists them", () => {
    const long = "Salvoconducto para permanecer mientras se resuelve una solicitud";
    const { list, rows } = keyboardOf(choices("Sí", long, "3", "4", "5", "6"), 12);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([["1", "2", "3", "4", "5"], ["6"]]);
    expect(list.split("\n")).toHaveLength(6);
    expect(list).toContain(long);
  });

  it("says which choice was pressed, in less than 64 bytes", () => {
    fc.assert(fc.property(fc.nat(99_999_999), fc.integer({ min: 1, max: 99 }), (seq, count) => {
      const buttons = keyboardOf(choices(...Array<string>(count).fill("ñandú")), seq).rows.flat();
      return buttons.every(({ callback_data: data }, index) =>
        Buffer.byteLength(data) <= 64 && readPress(data)?.seq === seq && readPress(data)?.index === index);
    }));
    expect(readPress(spentKeyboard("Sí")[0]![0]!.callback_data)).toBeUndefined();
  });
});

describe("a text in pieces", () => {
  it("loses nothing but space and keeps to the limit", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), fc.integer({ min: 20, max: 120 }), (text, limit) => {
      const pieces = split(text, limit);
      expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      expect(pieces.every((piece) => piece !== "" && piece.length <= limit && piece.isWellFormed())).toBe(true);
    }));
  });

  it("ends with a paragraph, a line, a sentence or a word, in this order", () => {
    expect(split("uno dos\n\ntres. cuatro", 14)).toEqual(["uno dos", "tres. cuatro"]);
    expect(split("uno dos\ntres. cuatro", 14)).toEqual(["uno dos", "tres. cuatro"]);
    expect(split("uno dos. tres cuatro", 15)).toEqual(["uno dos.", "tres cuatro"]);
    expect(split("uno dos tres cuatro", 14)).toEqual(["uno dos tres", "cuatro"]);
    expect(split("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
    expect(split("  ", 10)).toEqual([]);
  });
});

describe("light markdown for Telegram", () => {
  it("is HTML that Telegram reads, whatever a citizen or a document says", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom("<b>", "</a>", "&amp;", "&", '"', "- ", "\n", "**fuerte**", "[a](https://x.co/?a=1&b=2)"));
    fc.assert(fc.property(fc.array(piece), (pieces) => {
      const read = readHtml(toHtml(pieces.join(" ").replaceAll("*", "").replaceAll("[", "")));
      expect(read).toHaveProperty("text");
    }));
  });

  it("shows bold, links and lists", () => {
    expect(toHtml("**a & b**\n- [x <y>](https://e.co/?a=1&b=2)")).toBe(
      '<b>a &amp; b</b>\n• <a href="https://e.co/?a=1&amp;b=2">x &lt;y&gt;</a>');
    expect(withoutMarks("**a & b**\n- [x](https://e.co/?a=1&b=2)")).toBe("a & b\n• x: https://e.co/?a=1&b=2");
  });
});
