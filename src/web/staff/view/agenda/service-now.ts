import { useMemo } from "preact/hooks";
import { useNow } from "../now.ts";

/** The time by the service's clock in ms since 1970, which goes on from when it was last told. */
export const useServiceNow = (told: string): number => {
  const ahead = useMemo(() => Date.parse(told) - Date.now(), [told]);
  return useNow() + ahead;
};
