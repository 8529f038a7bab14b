export type Breaker = {
  /** Whether to try: while open no, but for one at a time after the rest. */
  mayTry: () => boolean;
  succeeded: () => void;
  failed: () => void;
  /** It was tried, and neither. */
  undecided: () => void;
};

/** Leaves an endpoint alone for `restMs` after `limit` failures in a row, then tries it with one request. */
export const createBreaker = ({ limit, restMs, clock = () => performance.now() }: { limit: number; restMs: number; clock?: () => number }): Breaker => {
  let failures = 0;
  let restUntil = 0;
  let probing = false;
  return {
    mayTry: () => {
      if (failures < limit) return true;
      if (probing || clock() < restUntil) return false;
      return (probing = true);
    },
    succeeded: () => { failures = 0; probing = false; },
    failed: () => {
      failures++;
      probing = false;
      if (failures >= limit) restUntil = clock() + restMs;
    },
    undecided: () => { probing = false; },
  };
};
