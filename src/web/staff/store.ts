import { useEffect, useState } from "preact/hooks";

export type Store<T extends object> = {
  state: () => T;
  set: (change: Partial<T>) => void;
  subscribe: (listener: () => void) => () => void;
};

/** What is shown, and who wants to know when it changes. */
export const createStore = <T extends object>(first: T): Store<T> => {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    state: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
};

export const useStore = <T extends object>(store: Store<T>): T => {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const update = () => setState(store.state());
    update();
    return store.subscribe(update);
  }, [store]);
  return state;
};
