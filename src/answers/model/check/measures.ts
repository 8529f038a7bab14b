const after: [RegExp, string][] = [
  [/^(?:dias? habil(?:es)?|(?:business|working) days?)/, "business-day"],
  [/^(?:(?:calendar )?days?|dias?)/, "day"],
  [/^(?:horas?|hours?)/, "hour"],
  [/^(?:minutos?|minutes?)/, "minute"],
  [/^(?:semanas?|weeks?)/, "week"],
  [/^(?:mes(?:es)?|months?)/, "month"],
  [/^(?:anos?|years?|-year)/, "year"],
  [/^(?:us dollars?|dolar(?:es)?|usd|dollars?)/, "usd"],
  [/^(?:euros?|eur)/, "eur"],
  [/^(?:de pesos|pesos?|cop|colombian pesos)/, "cop"],
  [/^(?:%|por ciento|percent|per cent)/, "percent"],
  [/^uvt/, "uvt"],
  [/^(?:salarios?|smmlv|smlmv|minimum (?:monthly )?wages?|(?:monthly )?minimum wages?)/, "wage"],
];
const before: [RegExp, string][] = [
  [/(?:us\$|usd)\s?$/, "usd"],
  [/(?:\$|cop)\s?$/, "cop"],
  [/(?:articulos?|articles?|arts?\.?)\s?$/, "article"],
  [/(?:ley|leyes|law|act)\s?(?:no?\.? ?)?$/, "law"],
  [/(?:decreto|decree)\s?(?:no?\.? ?)?$/, "decree"],
  [/(?:resolucion|resolution)\s?(?:no?\.? ?)?$/, "resolution"],
];
const range = /^\s*(?:a|al|y|o|u|to|and|or|-|–|hasta|through)\s+[\d.,]+\s*/;

/** What a number at a place of a folded text counts, by the words beside it; undefined where none says it. */
export const unitAround = (text: string, at: number, length: number): string | undefined => {
  const head = text.slice(Math.max(0, at - 24), at);
  const named = before.find(([pattern]) => pattern.test(head))?.[1];
  if (named) return named;
  const tail = text.slice(at + length, at + length + 60);
  const next = tail.replace(range, "").trimStart();
  return after.find(([pattern]) => pattern.test(next) && !/^\p{L}/u.test(next.slice(pattern.exec(next)![0].length)))?.[1];
};
