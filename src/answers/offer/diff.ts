const context = 3;

/** A unified diff that `git apply` takes, from the root of the repository; empty where nothing changed. */
export const unifiedDiff = (path: string, before: string, after: string): string => {
  if (before === after) return "";
  const hunks = hunksOf(steps(linesOf(before), linesOf(after)));
  return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
};

/** Each with its own end: a last line without one stays so. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

type Step = { sign: " " | "-" | "+"; line: string };

/** The shortest way from one to the other (Myers 1986): as few lines go and come as can be. */
const steps = (before: string[], after: string[]): Step[] => {
  const reached = reach(before, after);
  const all: Step[] = [];
  let [x, y] = [before.length, after.length];
  for (let d = reached.length - 1; d >= 0; d--) {
    const k = x - y;
    const from = comesDown(reached[d]!, k, d) ? k + 1 : k - 1;
    const startX = reached[d]!.get(from)!;
    const startY = startX - from;
    while (x > startX && y > startY) {
      all.push({ sign: " ", line: before[--x]! });
      y--;
    }
    if (d > 0) all.push(x === startX ? { sign: "+", line: after[--y]! } : { sign: "-", line: before[--x]! });
  }
  return all.reverse();
};

/** How far into `before` each diagonal gets with so many lines gone and come: one map for each number of them. */
const reach = (before: string[], after: string[]): Map<number, number>[] => {
  const trace: Map<number, number>[] = [];
  const furthest = new Map([[1, 0]]);
  for (let d = 0; ; d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = comesDown(furthest, k, d) ? furthest.get(k + 1)! : furthest.get(k - 1)! + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      furthest.set(k, x);
      if (x >= before.length && x - k >= after.length) return trace;
    }
  }
};

const comesDown = (furthest: Map<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && furthest.get(k - 1)! < furthest.get(k + 1)!);

const hunksOf = (all: Step[]): string[] => {
  const changed = all.flatMap(({ sign }, at) => (sign === " " ? [] : [at]));
  const spans: [number, number][] = [];
  for (const at of changed) {
    const last = spans.at(-1);
    if (last && at - last[1] <= 2 * context) last[1] = at;
    else spans.push([at, at]);
  }
  return spans.map(([from, to]) => hunk(all, Math.max(0, from - context), Math.min(all.length, to + context + 1)));
};

const hunk = (all: Step[], from: number, to: number): string => {
  const count = (steps: Step[], sign: "-" | "+") => steps.filter((step) => step.sign !== sign).length;
  const [ahead, own] = [all.slice(0, from), all.slice(from, to)];
  const side = (sign: "-" | "+") => `${count(ahead, sign) + 1},${count(own, sign)}`;
  const text = own.map(({ sign, line }) => (line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`)).join("");
  return `@@ -${side("+")} +${side("-")} @@\n${text}`;
};
