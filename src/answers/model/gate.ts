import { createBreaker, type Breaker } from "./breaker.ts";

/** off: switched off · resting: it failed too often · busy: enough are under way · budget: today's tokens are used. */
export type Closed = "off" | "resting" | "busy" | "budget";
export type Entered = {
  /** Must be called once. Where it is not known how many tokens were used, all that were reserved count. */
  leave: (health: "ok" | "failed", tokensUsed: number | undefined) => void;
};
export type Gate = { enter: (tokens: number) => Promise<{ closed: Closed } | Entered> };

/** What is shared by all replicas. */
export type Ledger = {
  /** Whether the model may be asked now. */
  isOn: () => Promise<boolean>;
  /** Takes so many tokens out of today's budget; false, and takes none, where it does not reach. */
  reserve: (tokens: number) => Promise<boolean>;
  /** Gives tokens back that were taken and not used; less than none were used in excess. */
  giveBack: (tokens: number) => Promise<void>;
};

export type GateOptions = { ledger: Ledger; mostAtOnce?: number; breaker?: Breaker };

/** Stands before the endpoint: the switch, the breaker, how many at once, the budget. Never throws: in doubt it is closed. */
export const createGate = ({ ledger, mostAtOnce = 8, breaker = createBreaker({ limit: 5, restMs: 60_000 }) }: GateOptions): Gate => {
  let inside = 0;
  const leaver = (reserved: number): Entered => ({
    leave: (health, tokensUsed) => {
      inside--;
      if (health === "ok") breaker.succeeded();
      else breaker.failed();
      if (tokensUsed !== undefined) void ledger.giveBack(reserved - tokensUsed).catch(() => undefined);
    },
  });
  return {
    enter: async (tokens) => {
      if (!(await ledger.isOn().catch(() => false))) return { closed: "off" };
      if (inside >= mostAtOnce) return { closed: "busy" };
      if (!breaker.mayTry()) return { closed: "resting" };
      inside++;
      if (await ledger.reserve(tokens).catch(() => false)) return leaver(tokens);
      inside--;
      breaker.undecided();
      return { closed: "budget" };
    },
  };
};
