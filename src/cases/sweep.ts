import { dayOf } from "../calendar.ts";
import { change, happened, within, type Scene } from "./deeds.ts";
import { tellCitizen } from "./notices.ts";
import type { CaseParts } from "./parts.ts";
import type { Refused } from "./types.ts";

/** Ends what was asked for and did not come in time; gives how many cases. */
export const endAwaited = async (parts: CaseParts): Promise<number> => {
  const over = await parts.db
    .selectFrom("case_file").select("id")
    .where("state", "in", ["awaiting-completion", "awaiting-clarification"]).where("ask_until", "<", dayOf(parts.now()))
    .orderBy("id").execute();
  let ended = 0;
  for (const { id } of over) if ("done" in (await within(parts, id, (scene) => end(parts, scene)))) ended++;
  return ended;
};

/**
 * CPACA, artículo 17: when the month ends without what was asked for, the authority decrees the withdrawal and the file is
 * closed, by a reasoned decision that is notified; only reposición stands against it, and it can be filed again.
 * Artículo 19: what is not made clear in time is filed away.
 */
const end = async (parts: CaseParts, scene: Scene): Promise<{ done: true } | Refused> => {
  const { trx, row, today, now } = scene;
  if (row.ask_until === null || row.ask_until >= today) return { refused: "wrong-state", by: row.state };
  const to = row.state === "awaiting-completion" ? "withdrawn-tacitly" : row.state === "awaiting-clarification" ? "archived" : undefined;
  if (!to) return { refused: "wrong-state", by: row.state };
  await change(scene, { state: to, closed_at: now });
  await happened(parts, scene, row, to, "clock", { until: row.ask_until });
  await tellCitizen(parts, trx, row, to, { what: row.ask_what ?? "", until: { date: row.ask_until } }, now);
  return { done: true };
};
