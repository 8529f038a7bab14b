import type { Fault } from "../fault.ts";
import type { Locale } from "../locale.ts";
import { graphFaults } from "./check/graph.ts";
import { nameFaults } from "./check/names.ts";
import { offerFaults } from "./check/offers.ts";
import { slotFaults } from "./check/slots.ts";
import { targetFaults } from "./check/targets.ts";
import { textFaults } from "./check/texts.ts";
import type { Flow } from "./flow.ts";

/**
 * What a flow may know of an action: `needs` the slots it reads, `sets` those it may set, `words` what it may return
 * as `to`, `texts` the keys of a flow's namespace that it says.
 */
export type ActionFace = { needs?: string[]; sets?: string[]; words?: string[]; texts?: string[] };

export type TextsFace = {
  has: (key: string, locale: Locale) => boolean;
  keys: (locale: Locale) => string[];
  paramsOf: (key: string, locale: Locale) => string[];
};

export type Content = {
  flows: ReadonlyMap<string, Flow>;
  texts: TextsFace;
  actions: Readonly<Record<string, ActionFace>>;
  queues: readonly string[];
};

/** Every fault of all flows and of the texts in both languages, at once. Empty when all is well. */
export const checkFlows = (content: Content): Fault[] => [
  ...nameFaults(content),
  ...[...content.flows.values()].flatMap((flow) => {
    const wrong = targetFaults(flow, content);
    return wrong.length ? wrong : [...graphFaults(flow), ...offerFaults(flow), ...slotFaults(flow, content)];
  }),
  ...textFaults(content),
];
