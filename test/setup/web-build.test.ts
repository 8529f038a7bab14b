import { expect, inject, it } from "vitest";

it("what browsers load is built from this source", () => {
  expect(inject("webBuilt")).toBe(true);
});
