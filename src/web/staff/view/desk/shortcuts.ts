import { useLayoutEffect } from "preact/hooks";
import { preferences } from "../../preferences.ts";

/** One key each, outside of any field; they can be turned off (WCAG 2.1.4). */
export const shortcuts = [
  { keys: ["j", "↓"], deed: "next" },
  { keys: ["k", "↑"], deed: "before" },
  { keys: ["c"], deed: "claim" },
  { keys: ["r"], deed: "reply" },
  { keys: ["p"], deed: "canned" },
  { keys: ["s"], deed: "suggestion" },
  { keys: ["n"], deed: "note" },
  { keys: ["t"], deed: "transfer" },
  { keys: ["b"], deed: "return" },
  { keys: ["x"], deed: "close" },
  { keys: ["q"], deed: "queue" },
  { keys: ["?"], deed: "help" },
] as const;

export type Deed = (typeof shortcuts)[number]["deed"];

const keyNames: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑" };

/** Calls the deed of a pressed key. Arrows count in the queue only: elsewhere they scroll. */
export const useShortcuts = (deeds: Record<Deed, () => void>): void => {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!preferences.state().shortcuts || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : document.body;
      if (at.closest("input, textarea, select, dialog, [contenteditable]")) return;
      if (event.key in keyNames && !at.closest(".queue")) return;
      const key = keyNames[event.key] ?? event.key.toLowerCase();
      const found = shortcuts.find(({ keys }) => (keys as readonly string[]).includes(key));
      if (!found) return;
      event.preventDefault();
      deeds[found.deed]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  });
};
