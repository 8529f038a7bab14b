/** Where answering stops. */
export type AnswerOptions = {
  /** From here on (0..1) it is sure enough what was asked. */
  enough: number;
  /** The same for a part of a question, and for what is asked next. */
  part: number;
  /** The same for a question that is read in the other language than the person's. */
  mixed: number;
  /** Look-alikes that fit a question at this share of the best one, or more, are not told apart. */
  tie: number;
  /** A member of a family that is weaker than the best by more than this is not meant. */
  apart: number;
  /** Another passage of the same subject that is weaker by no more than this is given as well. */
  beside: number;
  /** A second one, where it is weaker by no more than this. */
  close: number;
  /** A passage that answered another part gives way to one that is weaker by no more than this. */
  again: number;
  /** How many passages an answer holds at most, and how many near ones are offered when there is none. */
  most: number;
  /** How many look-alikes are offered at most. */
  offered: number;
};

export const answerDefaults: AnswerOptions = { enough: 0.18, part: 0.14, mixed: 0.5, tie: 0.78, apart: 1, beside: 2, close: 1.2, again: 1, most: 4, offered: 6 };
