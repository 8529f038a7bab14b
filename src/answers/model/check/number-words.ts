const ones: Record<string, number> = {
  cero: 0, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12, trece: 13,
  catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17, dieciocho: 18, diecinueve: 19, veinte: 20, veintiun: 21, veintiuno: 21,
  veintiuna: 21, veintidos: 22, veintitres: 23, veinticuatro: 24, veinticinco: 25, veintiseis: 26, veintisiete: 27, veintiocho: 28,
  veintinueve: 29, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90, cien: 100, ciento: 100,
  doscientos: 200, doscientas: 200, trescientos: 300, trescientas: 300, cuatrocientos: 400, quinientos: 500, quinientas: 500,
  seiscientos: 600, setecientos: 700, ochocientos: 800, novecientos: 900,
  zero: 0, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90, un: 1, una: 1, uno: 1, one: 1,
};
const scales: Record<string, number> = { hundred: 100, mil: 1000, thousand: 1000, millon: 1e6, millones: 1e6, million: 1e6 };
const words = Object.keys({ ...ones, ...scales }).sort((a, b) => b.length - a.length).join("|");

/** A number in words, folded: "treinta y cinco", "two hundred thousand", "294 mil". */
export const numberWords = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?:(?:\\s+(?:y|and)\\s+|[\\s-]+)(?:${words}))*(?![\\p{L}\\p{N}])`, "gu");

/** Its value; undefined for a bare "one", which is mostly an article. */
export const valueOf = (said: string): number | undefined => {
  const parts = said.split(/[\s-]+/).filter((part) => part !== "y" && part !== "and");
  if (parts.length === 1 && ones[parts[0]!] === 1) return undefined;
  let total = 0;
  let group = 0;
  for (const part of parts) {
    const scale = scales[part];
    if (scale === undefined) group += ones[part]!;
    else if (scale === 100) group = Math.max(group, 1) * 100;
    else {
      total += Math.max(group, 1) * scale;
      group = 0;
    }
  }
  return total + group;
};

export const scaleOf = (word: string): number => scales[word] ?? 1;
