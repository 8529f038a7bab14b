import { openDraws, prepareDraw } from "./draw.ts";
import { forget } from "./forget.ts";
import { materialise } from "./materialise.ts";
import { remind } from "./remind.ts";
import { sweep } from "./sweep.ts";
import { tell, type TellParts } from "./tell.ts";
import type { Rules } from "./types.ts";

export type AppointmentJobs = {
  /** Writes the openings and draws that offices should have by now; gives how many openings were added. */
  prepare: () => Promise<number>;
  /** Ends what is overdue, makes offers and reminders, and tells people. */
  tick: () => Promise<void>;
  /** Deletes personal data whose time is over. */
  forget: () => Promise<number>;
};

/** What time does to appointments. Any replica may run it: each step happens once. */
export const createAppointmentJobs = (parts: TellParts & { rules: Rules; now: () => Date }): AppointmentJobs => {
  const { db, offices, rules, now } = parts;
  return {
    prepare: async () => {
      const at = now();
      for (const office of offices) {
        for (const counter of office.counters) for (const draw of openDraws({ office, counter }, counter.services[0]!, at)) await prepareDraw(db, draw);
      }
      return materialise(db, offices, at);
    },
    tick: async () => {
      const at = now();
      await sweep(db, rules, at);
      await remind(db, rules, at);
      await tell(parts, at);
    },
    forget: () => forget(db, rules, now()),
  };
};
