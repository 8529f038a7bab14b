/**
 * Calls `act` when what was just set is on the page, and before the next key: a focus that moves a frame later loses a
 * key to whoever types fast. Preact renders in a microtask.
 */
export const afterRender = (act: () => void): void => { queueMicrotask(act); };
