import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundsOf, type KnownSum } from "../../src/opendata/bounds.ts";
import { hide } from "../../src/opendata/hide.ts";
import { sumOf, type Cell } from "../../src/opendata/cells.ts";

/** Every solution in whole numbers up to a limit, by trying all. */
const tried = (sums: KnownSum[], count: number, limit: number): number[][] => {
  const found: number[][] = [];
  const fill = (counts: number[]): void => {
    if (counts.length < count) { for (let next = 0; next <= limit; next++) fill([...counts, next]); return; }
    if (sums.every(({ terms, total }) => terms.reduce((sum, { unknown, times }) => sum + times * counts[unknown]!, 0) === total)) found.push(counts);
  };
  fill([]);
  return found;
};

const system = fc.integer({ min: 1, max: 4 }).chain((count) => fc.record({
  count: fc.constant(count),
  truth: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
  signs: fc.array(fc.array(fc.constantFrom(-1, 0, 1), { minLength: count, maxLength: count }), { minLength: 1, maxLength: 3 }),
}));

describe("the range of a hidden count", () => {
  test("holds every solution that trying finds", () => {
    fc.assert(fc.property(system, ({ count, truth, signs }) => {
      const sums = signs.map((row): KnownSum => {
        const terms = row.flatMap((times, unknown) => (times === 0 ? [] : [{ unknown, times }]));
        return { terms, total: terms.reduce((sum, { unknown, times }) => sum + times * truth[unknown]!, 0) };
      });
      const bounds = boundsOf(sums, count);
      const found = tried(sums, count, 8);
      for (let unknown = 0; unknown < count; unknown++) {
        const values = found.map((counts) => counts[unknown]!);
        expect(bounds.most(unknown)).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
        expect(bounds.least(unknown)).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
      }
    }), { numRuns: 300, seed: 20261123 });
  });

  test("is told to the unit in sums worked by hand", () => {
    const bounds = boundsOf([{ terms: [{ unknown: 0, times: 1 }, { unknown: 1, times: 1 }], total: 10 }, { terms: [{ unknown: 1, times: 1 }, { unknown: 2, times: 1 }], total: 4 }], 3);
    expect([0, 1, 2].map((unknown) => [bounds.least(unknown), bounds.most(unknown)])).toEqual([[6, 10], [0, 4], [0, 4]]);
    expect(() => boundsOf([{ terms: [{ unknown: 0, times: 1 }], total: -1 }], 1)).toThrow(/no counts/);
  });
});

describe("what is hidden", () => {
  const fresh = (id: string, count: number): Cell => ({ id, count, is: "fresh", isTotal: id === "all" });

  test("is a second group beside a small one, the smallest that will do", async () => {
    const cells = [fresh("all", 43), fresh("a", 3), fresh("b", 10), fresh("c", 30)];
    expect([...await hide(cells, [sumOf("all", ["a", "b", "c"])])].sort()).toEqual(["a", "b"]);
    expect([...await hide(cells, [sumOf("all", ["a", "b", "c"])], false)]).toEqual(["a"]);
  });

  test("is a total that comes later, when one group of it was hidden alone before", async () => {
    const days: Cell[] = [{ id: "mon", count: 2, is: "hidden" }, { id: "tue", count: 20, is: "shown" }];
    expect([...await hide([...days, fresh("month", 22)], [sumOf("month", ["mon", "tue"])])]).toEqual(["month"]);
  });

  test("is nothing of the service itself, and nothing that is not small and tells of nothing small", async () => {
    expect([...await hide([{ id: "wrong", count: 1, is: "known" }, fresh("a", 5)], [])]).toEqual([]);
  });
});
