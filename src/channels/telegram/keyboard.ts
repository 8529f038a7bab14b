import type { ReplyChoice } from "../../conversation/message.ts";

export type Button = { text: string; callback_data: string };

/** Letters that a phone shows on a button as wide as the message, and on one half as wide. */
const widest = 40;
const halfWidest = 18;
const numbersPerRow = 5;

/** What a press brings back. Telegram allows 64 bytes: the message's number and the choice's place in it. */
const data = (seq: number, index: number): string => `${seq}.${index}`;

/** The place that a press names, or undefined when it is none of ours. */
export const readPress = (given: string): { seq: number; index: number } | undefined => {
  const [, seq, index] = /^(\d{1,9})\.(\d{1,2})$/.exec(given) ?? [];
  return seq === undefined ? undefined : { seq: Number(seq), index: Number(index) };
};

/** Choices as buttons: short ones in pairs. Where one is too long for a button, all are listed by number in `list`. */
export const keyboardOf = (choices: ReplyChoice[], seq: number): { list: string; rows: Button[][] } => {
  if (choices.some(({ title }) => title.length > widest)) return numbered(choices, seq);
  const rows: Button[][] = [];
  choices.forEach(({ title }, i) => {
    const button = { text: title, callback_data: data(seq, i) };
    const last = rows.at(-1);
    if (last?.length === 1 && isHalf(last[0]!.text) && isHalf(title)) last.push(button);
    else rows.push([button]);
  });
  return { list: "", rows };
};

/** What is left of a keyboard after a press: the choice that was made. */
export const spentKeyboard = (title: string): Button[][] => [
  [{ text: `✓ ${title.length > widest ? `${title.slice(0, widest - 1)}…` : title}`, callback_data: "spent" }],
];

const isHalf = (title: string): boolean => title.length <= halfWidest;

const numbered = (choices: ReplyChoice[], seq: number) => {
  const buttons = choices.map((_, i) => ({ text: String(i + 1), callback_data: data(seq, i) }));
  const rows = Array.from({ length: Math.ceil(buttons.length / numbersPerRow) }, (_, row) =>
    buttons.slice(row * numbersPerRow, (row + 1) * numbersPerRow));
  return { list: choices.map(({ title }, i) => `${i + 1}. ${title}`).join("\n"), rows };
};
