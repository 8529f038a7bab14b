import type { Config } from "../config.ts";
import type { ByPerson } from "../conversation/by-person.ts";
import type { Log } from "../log.ts";
import type { CaseParts } from "./parts.ts";
import { alert } from "./alerts.ts";
import { tell } from "./notices.ts";
import { endAwaited } from "./sweep.ts";
import { createWebhook } from "./webhook.ts";

/** What time does with cases, and what waits to be told. */
export type CaseJobs = ReturnType<typeof createCaseJobs>;

export const createCaseJobs = (parts: CaseParts & { byPerson: ByPerson; log: Log }, webhook: Config["caseWebhook"]) => ({
  /** Ends what was awaited too long and tells of deadlines that come near. */
  sweep: async (): Promise<{ ended: number; alerted: number }> => ({ ended: await endAwaited(parts), alerted: await alert(parts) }),
  /** Says what waits in conversations. */
  tell: () => tell(parts),
  /** Tells records systems, where there is one. */
  webhook: webhook ? createWebhook({ ...parts, ...webhook }) : () => Promise.resolve(0),
});
