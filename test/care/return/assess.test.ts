import { describe, expect, it } from "vitest";
import { assess, yearOf } from "../../../src/care/return/assess.ts";
import { asksForEmergency, asksForProof, asksForVenezuela } from "../../../src/care/return/next.ts";
import { type Answers, type Assessment, type Requirement, requirements, situations } from "../../../src/care/return/types.ts";

const law = { limits: { household: 2400, equipment: 17130, money: 34262 }, uvt: new Map([[2027, 50_000]]) };

const words = {
  colombian: ["yes", "no", undefined], adult: ["yes", "no", undefined], stay: ["abroad", "year", "longer", undefined],
  record: ["none", "sentence", "administration", undefined], before: ["never", "recent", "old", undefined],
  years: ["three", "less", undefined], emergency: ["yes", "no", undefined], proof: ["records", "other", "none", undefined], venezuela: ["yes", "no", undefined],
} as const;
type Word = keyof typeof words;

/** Calls `see` with every way to answer some of the questions; it is one object, changed from call to call. */
const each = (names: Word[], answers: Answers, see: (answers: Answers) => void, at = 0): void => {
  const name = names[at];
  if (!name) { see(answers); return; }
  for (const word of words[name]) {
    (answers as Record<Word, unknown>)[name] = word;
    each(names, answers, see, at + 1);
  }
};
const every = (names: Word[], from: Answers): Answers[] => {
  const found: Answers[] = [];
  each(names, { ...from }, (answers) => found.push({ ...answers }));
  return found;
};
const sets = Array.from({ length: 32 }, (_, bits) => situations.filter((_, at) => bits & (1 << at)));
const all = Object.keys(words) as Word[];

/**
 * Ley 1565 de 2012, artículo 2, as it reads since Ley 2136 de 2021, artículo 28, and Decreto 1067 de 2015, read once more, as a
 * table: the first row whose words all fit says how a requirement stands. `-` is not told, `*` anything.
 */
const reading: Record<string, { by: Word[]; rows: string }> = {
  "nationality": { by: ["colombian"], rows: "yes met; no missing; - open" },
  "age": { by: ["adult"], rows: "yes met; no missing; - open" },
  "stay": { by: ["stay"], rows: "longer missing; - open; * met" },
  "record": { by: ["record"], rows: "sentence missing; administration missing; none met; - open" },
  "earlier": { by: ["before"], rows: "recent missing; - open; * met" },
};

/** years · emergency · proof · Venezuela, by the reason that was told: humanitarian, solidarity, neither, or nothing. */
const time = {
  humanitarian: "less * * * waiver; three * records * met; three * other * evidence; three * none yes statement; three * none no unproved; three * none - unproved; * * * * open",
  solidarity: "less * * * waiver; three * records * met; three * other * evidence; three * none * unproved; * * * * open",
  untold: "less yes * * waiver; less * * * open; three * records * met; three * other * evidence; three * none * unproved; * * * * open",
  neither: "less yes * * waiver; less no * * missing; less - * * open; three * records * met; three * other * evidence; three * none * unproved; * * * * open",
};

/** "a b state; …": what a requirement is by what was told. */
const lookup = (rows: string, by: Word[]) => {
  const read = rows.split("; ").map((row) => row.split(" "));
  const known = new Map<string, string>();
  return (answers: Answers): string => {
    let key = "";
    for (const name of by) key += `${answers[name] ?? "-"} `;
    let state = known.get(key);
    if (state === undefined) {
      const told = key.split(" ");
      state = read.find((row) => by.every((_, at) => row[at] === "*" || row[at] === told[at]))!.at(-1)!;
      known.set(key, state);
    }
    return state;
  };
};
const [nationality, age, stay, record, earlier] = Object.values(reading).map(({ by, rows }) => lookup(rows, by));
const ofTime = Object.fromEntries(Object.entries(time).map(([reason, rows]) => [reason, lookup(rows, ["years", "emergency", "proof", "venezuela"])]));

const expected = (answers: Answers): Record<Requirement, string> => {
  const reason = answers.situations.includes("risk") ? "humanitarian" : answers.situations.includes("victim") ? "solidarity" : answers.situations.length === 0 ? "untold" : "neither";
  return { nationality: nationality!(answers), age: age!(answers), time: ofTime[reason]!(answers), stay: stay!(answers), record: record!(answers), earlier: earlier!(answers) };
};

/** Ley 2136, artículo 29, letters a to e. */
const typeOf = { victim: "solidario", risk: "humanitario", work: "laboral", business: "productivo", degree: "academico" };

const bars = requirements.filter((name) => name !== "time");
const outcomeOf = (states: Record<Requirement, string>, types: string[]): Assessment["outcome"] => {
  if (bars.some((name) => states[name] === "missing")) return "excluded";
  if (states.time === "missing") return "missing";
  const isDone = requirements.every((name) => ["met", "evidence", "statement"].includes(states[name]));
  return isDone && types.length > 0 ? "met" : "open";
};

describe("a return held beside the law", () => {
  it("says of every combination what an independent reading of the law says", () => {
    let combinations = 0;
    const wrong: unknown[] = [];
    for (const told of sets) {
      const kinds = told.map((one) => typeOf[one]);
      each(all, { situations: told }, (answers) => {
        const { states, types, outcome } = assess(answers, 2026, law);
        const wanted = expected(answers);
        const same = requirements.every((name) => states[name] === wanted[name]) && types.join() === kinds.join() && outcome === outcomeOf(wanted, kinds);
        if (!same && wrong.length < 5) wrong.push({ answers: { ...answers }, states, wanted, types, outcome });
        combinations++;
      });
    }
    console.log(`${combinations} combinations of answers`);
    expect(wrong).toEqual([]);
    expect(combinations).toBe(3 * 3 * 4 * 4 * 4 * 3 * 3 * 4 * 3 * 32);
  });

  it("calls nothing met that was not told", () => {
    const full: Answers = { colombian: "yes", adult: "yes", stay: "abroad", record: "none", before: "never", years: "three", proof: "records", situations: ["work"] };
    expect(assess(full, 2026, law).outcome).toBe("met");
    for (const name of ["colombian", "adult", "stay", "record", "before", "years", "proof"] as const) {
      expect([name, assess({ ...full, [name]: undefined }, 2026, law).outcome]).toEqual([name, "open"]);
    }
    expect(assess({ ...full, situations: [] }, 2026, law).outcome).toBe("open");
    expect(assess({ situations: [] }, 2026, law).outcome).toBe("open");
  });

  it("gives limits in pesos for a year whose UVT is had, and in UVT alone for any other", () => {
    expect(assess({ situations: [] }, 2027, law).limits).toEqual({
      household: { uvt: 2400, pesos: 120_000_000 }, equipment: { uvt: 17130, pesos: 856_500_000 }, money: { uvt: 34262, pesos: 1_713_100_000 },
    });
    expect(assess({ situations: [] }, 2026, law).limits).toEqual({ household: { uvt: 2400 }, equipment: { uvt: 17130 }, money: { uvt: 34262 } });
  });

  it("takes the year of Colombia", () => {
    expect(yearOf(new Date("2027-01-01T04:59:00Z"))).toBe(2026);
    expect(yearOf(new Date("2027-01-01T05:00:00Z"))).toBe(2027);
  });
});

describe("a question is asked only when its answer changes something", () => {
  const changes = (answers: Answers, name: Word): boolean =>
    new Set(words[name].map((word) => JSON.stringify(assess({ ...answers, [name]: word }, 2026, law).states))).size > 1;
  const told = sets.flatMap((one) => every(["years", "emergency", "proof", "venezuela"], { situations: one }));

  it.each([["proof", asksForProof], ["emergency", asksForEmergency]] as const)("%s", (name, asks) => {
    expect(told.filter((answers) => asks(answers) !== changes({ ...answers, venezuela: undefined }, name))).toEqual([]);
  });

  it("venezuela", () => {
    expect(told.filter((answers) => (asksForProof(answers) && asksForVenezuela(answers)) !== changes(answers, "venezuela"))).toEqual([]);
  });
});
