import { fold } from "../../../words.ts";

/** Joins a line to the next one; a word that was parted by a hyphen at the end of the line becomes whole. */
export const createJoin = (text: string) => {
  const unparted = text.replace(/\p{L}+-\n\s*\p{L}+/gu, " ");
  const words = new Set([...unparted.matchAll(/\p{L}+(?:-\p{L}+)*/gu)].map(([word]) => fold(word)));
  return (line: string, next: string): string => {
    const start = /(\p{L}{2,})-$/u.exec(line)?.[1];
    const end = /^(\p{Ll}+)/u.exec(next)?.[1];
    if (start === undefined || end === undefined) return `${line} ${next}`;
    const compound = words.has(fold(`${start}-${end}`))
      || (!words.has(fold(start + end)) && start.length > 3 && words.has(fold(start)) && words.has(fold(end)));
    return compound ? line + next : line.slice(0, -1) + next;
  };
};
export type Join = ReturnType<typeof createJoin>;
