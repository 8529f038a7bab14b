/** Where answering stops: confidence is the share (0..1) of a question's telling words that a passage holds. */
export type AnswerOptions = {
  /** From here on a passage is an answer. */
  enough: number;
  /** From here on too, where the best passages agree on one service or article. */
  agreed: number;
  /** Below this in the person's language, the other language is searched as well. */
  weak: number;
  /** Look-alikes that fit a question at this share of the best one, or more, are not told apart. */
  tie: number;
  /** A service's own aspect is preferred to a fact whose confidence is higher by no more than this. */
  sure: number;
  /** A part of a question with several parts is answered from here on. */
  part: number;
  /** How many passages an answer holds at most, and how many near ones are offered when there is none. */
  most: number;
};

export const answerDefaults: AnswerOptions = {
  enough: 0.4, agreed: 0.33, weak: 0.33, tie: 0.78, sure: 0.08, part: 0.5, most: 3,
};
