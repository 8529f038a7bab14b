import { useEffect, useState } from "preact/hooks";

const tickMs = 10_000;

/** The time by this device, in ms since 1970, again and again. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};
