import type { Handler } from "../respond.ts";
import { startFlow } from "./moving.ts";
import { home } from "./repair/going.ts";

/** The page was opened, `/start` was pressed, or a link asks for a flow: `?intent=…`, `/start pqrsdf`. */
export const opening: Handler = (turn) => {
  const { start } = turn.inbound;
  if (start === undefined) return undefined;
  const flows = [...turn.parts.flows.values()];
  const wanted = flows.find((flow) => flow.name === start || flow.intent === start);
  return wanted && wanted.name !== "welcome" ? startFlow(turn, wanted.name, turn.inbound.behalf?.slots) : home(turn);
};
