/** Without I, L and O, which are read as 1 and 0; their count is a prime, so that no single slip goes unseen. */
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";

/** The number of a booking as a citizen reads it: "A000123-KX". */
export const numberOf = (id: string): string => {
  const digits = id.padStart(6, "0");
  return `A${digits}-${check(digits, 1)}${check(digits, 2)}`;
};

/** The id in a number, however it was typed; undefined when a sign of it is wrong. */
export const idOf = (number: string): string | undefined => {
  const [, digits, first, second] = /^A(\d{6,15})([A-Z])([A-Z])$/.exec(plain(number)) ?? [];
  if (digits === undefined || check(digits, 1) !== first || check(digits, 2) !== second) return undefined;
  return String(Number(digits));
};

/** Capitals and figures alone. */
export const plain = (text: string): string => text.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "");

/** Each place has a weight of its own, so that a changed figure and two that changed places both show. */
const check = (digits: string, power: number): string => {
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (place + 1) ** power, 0);
  return letters[sum % letters.length]!;
};
