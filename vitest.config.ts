import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/global.ts"],
    pool: "forks",
    // No test changes what a module holds: files of one worker share what was loaded, a third less work.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 600_000,
    teardownTimeout: 20_000,
  },
});
