import { useCallback, useEffect, useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";

export type Loaded<T> = { value: T | undefined; refusal: Refusal | undefined; reload: () => void };

/** What a path of the API answers; the answer before stays until the next is there. */
export const useLoaded = <T>(path: string): Loaded<T> => {
  const [value, setValue] = useState<T>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    void call<T>("GET", path).then((got) => {
      if (!current) return;
      if (got.ok) setValue(() => got.value);
      setRefusal(got.ok ? undefined : got);
    });
    return () => { current = false; };
  }, [path, round]);
  return { value, refusal, reload: useCallback(() => setRound((before) => before + 1), []) };
};
