/** A day that exists: 2026-02-30 does not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A day, month or year: 2015, 2015-07, 2015-07-21. */
export const isDate = (text: string): boolean => isDay(text) || (/^\d{4}(-\d{2})?$/.test(text) && isDay(`${text.padEnd(7, "-01")}-01`));
