import { useCallback, useEffect, useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { Loaded } from "../pages/loaded.ts";

type Got<T> = { asked: string; value: T | undefined; refusal: Refusal | undefined };

/** What a path of the API answers, and nothing while that is on its way: no figure stands under filters that it was not counted by. */
export const useFresh = <T>(path: string): Loaded<T> => {
  const [got, setGot] = useState<Got<T>>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    void call<T>("GET", path).then((answer) => {
      if (current) setGot({ asked: path, value: answer.ok ? answer.value : undefined, refusal: answer.ok ? undefined : answer });
    });
    return () => { current = false; };
  }, [path, round]);
  const fresh = got?.asked === path ? got : undefined;
  return { value: fresh?.value, refusal: fresh?.refusal, reload: useCallback(() => setRound((before) => before + 1), []) };
};
