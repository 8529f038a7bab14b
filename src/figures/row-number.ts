/** Whether a text can be the number of a row. */
export const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);
