import { openOptions, openQuestion } from "../../../flow/open.ts";
import type { Choice, FlowResult, Utterance } from "../../../flow/types.ts";
import type { Outcome } from "../../message.ts";
import { titleOf } from "../../render.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { says, saysFlow } from "../../saying.ts";
import { step } from "../moving.ts";

const person: Choice = { value: "person", title: { key: "channel.choice.person" } };

/** An answer that does not fit: first what is wrong with it, then the options by number or an example, then a person. */
export const stumble = (turn: Turn, unfit: FlowResult): Response => {
  const count = turn.state.stumbles + 1;
  const help = count === 1 ? [] : count === 2 ? hint(turn) : [{ key: "repair.offer-person" }];
  const explained = { ...unfit, says: [...unfit.says.slice(0, -1), ...help, ...unfit.says.slice(-1)] };
  return counted(turn, saysFlow(turn, count > 2 ? withPerson(explained) : explained, "repaired-invalid"), count);
};

/** "I don't understand" and insults: first said otherwise, the second time a person is offered. */
export const lost = async (turn: Turn, first: string, outcome: Outcome): Promise<Response> => {
  const count = turn.state.stumbles + 1;
  const result = await step(turn, { kind: "repeat", brief: true });
  const said: Utterance = { key: count === 1 ? first : "repair.offer-person" };
  if (!result) return counted(turn, says(turn, [count === 1 ? said : { ...said, choices: [person] }], outcome), count);
  const before = count === 1 ? [said, ...hint(turn)] : [said];
  return counted(turn, saysFlow(turn, count > 1 ? withPerson(result) : result, outcome, before), count);
};

const counted = (turn: Turn, response: Response, stumbles: number): Response => ({ ...response, state: { ...response.state, stumbles } });

/** The options by number, or an example of what is asked for. */
const hint = (turn: Turn): Utterance[] => {
  const { cursor } = turn.state;
  const flow = cursor && turn.parts.flows.get(cursor.flow);
  const question = flow && openQuestion(flow, cursor);
  if (!question) return [];
  const options = openOptions(flow, cursor);
  if (question.rule.as !== "choice" || options.length === 0) return [{ key: `repair.example.${question.rule.as}` }];
  const list = options.map(({ title }, i) => `${i + 1}. ${titleOf(turn.parts.texts, title, turn.spoken())}`).join("\n");
  return [{ key: "repair.options", params: { list } }];
};

/** The open question with a person among its buttons. */
const withPerson = (result: FlowResult): FlowResult => ({
  ...result,
  says: result.says.map((said, i) => (i < result.says.length - 1 ? said : { ...said, choices: [...(said.choices ?? []), person] })),
});
