/**
 * What several processes of one service need of each other. In one process it is memory; with `REDIS_URL` it is
 * Redis. Neither holds anything durable: after a loss of either, streams are late and limits start anew.
 */
export type Replicas = {
  /** Tells whoever listens, on any replica, that there is something new about a topic. */
  wake: (topic: string) => void;
  /** Calls `listener` after each `wake(topic)`, and when wakes may have been missed, until the returned function is called. */
  onWake: (topic: string, listener: () => void) => () => void;
  /** The same for what passes by: what was missed is over. */
  onPassing: (topic: string, listener: () => void) => () => void;
  /** Counts one use of `key`; false when it was used more than `limit` times within the window. */
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  healthy: () => Promise<boolean>;
  close: () => Promise<void>;
};
