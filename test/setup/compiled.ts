import { join } from "node:path";

/** The environment with which Node keeps what it compiles: a process of ours then starts in half the time. */
export const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, "../../dist/compiled") };
