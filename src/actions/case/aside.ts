import type { Cases } from "../../cases/cases.ts";
import { caseKinds } from "../../cases/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult } from "../../flow/types.ts";
import { topicOf, topics } from "../../understanding/case-kind/asked.ts";

export const asideTexts = [...topics.map((topic) => `file-case.asked.${topic}`), "file-case.asked.term-of", "file-case.asked.term-none"];

/** A question about the intake itself: its answer stands in the law's data. Nothing is said where it is about something else. */
export function aside({ cases }: { cases: Pick<Cases, "setup"> }, { slots }: ActionTurn): ActionResult {
  const topic = topicOf(String(slots["said"]));
  if (topic === undefined) return {};
  if (topic !== "term") return { says: [{ key: `file-case.asked.${topic}` }] };
  const meant = slots["kind"] === "yes" ? slots["best"] : slots["kind"];
  const kind = caseKinds.find((one) => one === meant);
  const { terms } = cases.setup;
  if (!kind) return { says: [{ key: "file-case.asked.term", params: { general: terms["petition-general"].days!, information: terms["petition-information"].days!, consultation: terms["petition-consultation"].days! } }] };
  const { days, norm, article } = terms[kind];
  return { says: [{ key: days === null ? "file-case.asked.term-none" : "file-case.asked.term-of", params: { days: days ?? 0, kind: { key: `case.kind.${kind}` }, norm, article } }] };
}
