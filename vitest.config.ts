import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/setup/longest-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/global.ts"],
    setupFiles: ["test/setup/properties.ts"],
    sequence: { sequencer: LongestFirst },
    pool: "forks",
    // No test changes what a module holds: files of one worker share what was loaded, a third less work.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 600_000,
    teardownTimeout: 20_000,
  },
});
