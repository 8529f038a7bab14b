import { namesOption } from "../../flow/open.ts";
import { validators } from "../../flow/slots/validators.ts";
import type { Handler, Turn } from "../respond.ts";
import { amend } from "./repair/amend.ts";
import { agreed } from "./repair/agreed.ts";
import { asideOf } from "./repair/aside.ts";
import { correctNamed } from "./repair/correction.ts";
import { obey } from "./repair/patterns.ts";
import { leftUnsaid } from "./repair/unsaid.ts";

/** Words that are a command. The very name of an open option is that option: "cancel" under a button "Cancel". */
export const command: Handler = async (turn) => {
  const said = meansSelf(turn) ? undefined : turn.understood.command;
  if (turn.inbound.choice !== undefined || isOption(turn) || isCity(turn)) return undefined;
  const reply = (await leftUnsaid(turn)) ?? (await agreed(turn)) ?? (await amend(turn));
  if (reply) return reply;
  if (!said) return correctNamed(turn);
  return (said.name === "confused" ? await asideOf(turn) : undefined) ?? obey(turn, said);
};

/** "Yo" says who, where something is asked; elsewhere it greets. */
const meansSelf = ({ state: { cursor }, inbound: { text = "" }, locale }: Turn): boolean => cursor !== null && locale === "es" && /^\s*yo[\s.!]*$/iu.test(text);

/** "Pasto" is a city, and but a slip away from "paso". */
const isCity = ({ state: { cursor }, parts, understood, inbound: { text = "" }, flowContext }: Turn): boolean =>
  understood.command?.name === "skip" && "ok" in validators.city.parse(text, {}, flowContext)
  && parts.flows.get(cursor?.flow ?? "")?.questions.some(({ rule }) => rule.as === "city" || rule.as === "venue") === true;

const isOption = ({ state, parts, inbound, flowContext }: Turn): boolean => {
  const flow = state.cursor && parts.flows.get(state.cursor.flow);
  return Boolean(flow) && namesOption(flow!, state.cursor!, inbound.text ?? "", flowContext.title);
};
