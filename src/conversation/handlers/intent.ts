import type { Handler } from "../respond.ts";
import { openWanted, wantedFlows } from "./repair/interruption.ts";

/** Words that ask for something to be done, where a flow does it. */
export const intent: Handler = (turn) => openWanted(turn, wantedFlows(turn));
