import type { Day } from "../calendar.ts";
import type { Published } from "./entries.ts";
import type { OpenDataParts } from "./parts.ts";
import { publish } from "./publish.ts";
import { recompute, type Recomputed } from "./recompute.ts";
import type { OpenDataSetup } from "./setup.ts";
import { fileOf, filesOf, publishedUntil, versionsOf, type FileShown, type StoredFile } from "./store.ts";

export type OpenData = {
  setup: OpenDataSetup;
  /** Publishes the version of today where it is not there; gives its day. */
  publish: () => Promise<Day | undefined>;
  /** The days of the versions, the newest first. */
  versions: () => Promise<Day[]>;
  files: (version: Day) => Promise<FileShown[]>;
  file: (version: Day, name: string) => Promise<StoredFile | undefined>;
  /** What stands in a version, and in those before it. */
  figures: (version: Day) => Promise<Published[]>;
  /** Counts everything of a version again, and says where it differs from what was published. */
  recompute: (version: Day) => Promise<Recomputed>;
};

/** Figures as files that anybody may take: a version a day, none of which is ever changed. */
export const createOpenData = (parts: OpenDataParts): OpenData => ({
  setup: parts.setup,
  publish: () => publish(parts),
  versions: () => versionsOf(parts.db),
  files: (version) => filesOf(parts.db, version),
  file: (version, name) => fileOf(parts.db, version, name),
  figures: (version) => publishedUntil(parts.db, version),
  recompute: (version) => recompute(parts, version),
});
