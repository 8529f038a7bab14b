/** A wait that can be ended early. */
export const createPause = () => {
  let end: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { pause, wake: () => end() };
};

/** Doubles with each failure up to `longest`, in ms; spread, so that many pages do not come back at the same moment. */
export const backOff = (failures: number, first: number, longest: number): number =>
  Math.min(longest, first * 2 ** Math.min(failures, 8)) * (0.75 + Math.random() / 2);
