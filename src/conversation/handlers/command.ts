import { namesOption } from "../../flow/open.ts";
import type { Handler, Turn } from "../respond.ts";
import { correctNamed } from "./repair/correction.ts";
import { obey } from "./repair/patterns.ts";

/** Words that are a command. The very name of an open option is that option: "cancel" under a button "Cancel". */
export const command: Handler = (turn) => {
  const said = turn.understood.command;
  if (turn.inbound.choice !== undefined || isOption(turn)) return undefined;
  return said ? obey(turn, said) : correctNamed(turn);
};

const isOption = ({ state, parts, inbound, flowContext }: Turn): boolean => {
  const flow = state.cursor && parts.flows.get(state.cursor.flow);
  return Boolean(flow) && namesOption(flow!, state.cursor!, inbound.text ?? "", flowContext.title);
};
