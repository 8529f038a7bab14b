/** Where answering stops. */
export type AnswerOptions = {
  /** From here on (0..1) it is sure enough what was asked. */
  enough: number;
  /** The same for a part of a question, and for what is asked next. */
  part: number;
  /** Look-alikes that fit a question at this share of the best one, or more, are not told apart. */
  tie: number;
  /** A member of a family that is weaker than the best by more than this is not meant. */
  apart: number;
  /** Another passage of the same subject that is weaker by no more than this is given as well. */
  beside: number;
  /** How many passages an answer holds at most, and how many near ones are offered when there is none. */
  most: number;
  /** How many look-alikes are offered at most. */
  offered: number;
};

export const answerDefaults: AnswerOptions = { enough: 0.25, part: 0.25, tie: 0.78, apart: 1, beside: 2, most: 3, offered: 6 };
