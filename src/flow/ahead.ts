import type { Question, Rule } from "./flow.ts";
import { blank, leftOver } from "./slots/left-over.ts";
import { toldName } from "./slots/told-name.ts";
import type { SlotContext } from "./slots/validator.ts";
import { validators } from "./slots/validators.ts";
import { isKnown, type Visit } from "./visit.ts";

/** The surest first: what one takes, another cannot. */
const marks = ["email", "document", "phone"] as const;
type Personal = "name" | (typeof marks)[number];

/** Name, document, e-mail and telephone of those that are `wanted`, wherever they stand in words, and what is left of these. */
export const personalIn = (words: string, wanted: (as: Personal) => Rule | undefined, context: SlotContext): { rest: string; told: [Personal, string | number][] } => {
  const told: [Personal, string | number][] = [];
  let rest = words;
  for (const as of marks) {
    const rule = wanted(as);
    const found = rule && validators[as].find?.(rest, context);
    if (!found || !("ok" in validators[as].parse(String(found.value), rule, context))) continue;
    rest = blank(rest, found);
    told.push([as, found.value]);
  }
  const name = wanted("name") && toldName(rest, told.length > 0);
  if (!name) return { rest, told };
  return { rest: blank(rest, name), told: [...told, ["name", name.value]] };
};

/**
 * What is told of a person before a form asks for it is kept for the form. What is left of the words may answer the open
 * question; undefined where nothing of this is told.
 */
export const takeAhead = (visit: Visit, open: Question, words: string): string | undefined => {
  const { rest, told } = personalIn(words, (as) => laterOf(visit, open, as)?.rule, visit.context);
  for (const [as, value] of told) {
    const { slot } = laterOf(visit, open, as)!;
    visit.cursor.slots[slot] = value;
    visit.changed.add(slot);
  }
  return told.length > 0 ? leftOver(rest) || bare(rest) : undefined;
};

/** "Me", which is no mere introduction where it stands alone. */
const bare = (rest: string): string => rest.replace(/[\s,.;:]+/g, " ").trim();

/** The last form that asks for it is for whom all is done; those before it only ask for who goes along. */
const laterOf = (visit: Visit, { index, rule: { as: asked } }: Question, as: Personal): Question | undefined => {
  const question = visit.flow.questions.findLast(({ rule, position }) => rule.as === as && position.field !== undefined);
  return question && question.index > index && asked !== as && question.rule.find && !isKnown(visit, question.slot) ? question : undefined;
};
