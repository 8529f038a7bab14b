import type { Answers } from "./types.ts";

/** What shows the time abroad is asked of those who had it; why it may be passed over, of those who had less and no other reason. */
export const asksForProof = ({ years }: Answers): boolean => years === "three";

export const asksForEmergency = ({ years, situations }: Answers): boolean =>
  years === "less" && !situations.includes("victim") && !situations.includes("risk");

/** Only then does a written statement count. */
export const asksForVenezuela = ({ proof, situations }: Answers): boolean => proof === "none" && situations.includes("risk");
