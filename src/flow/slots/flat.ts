/** Lower case without accents, unit by unit: what stands at an index of the result stands there in the text. */
export const flat = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => flatUnit(text[index]!)).join("");

const flatUnit = (unit: string): string => {
  const plain = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.length === 1 ? plain : unit;
};
