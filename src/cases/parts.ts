import type { Kysely } from "kysely";
import type { File } from "../conversation/files.ts";
import type { Tables } from "../db/tables.ts";
import type { QueueMail } from "../mail/queue.ts";
import type { Texts } from "../text.ts";
import type { CaseSetup } from "./setup.ts";
import type { Scan } from "./scan.ts";

/** What the office of cases needs of the house. */
export type CaseParts = {
  db: Kysely<Tables>;
  setup: CaseSetup;
  /** Under which codes are hashed and links to receipts made. */
  secret: string;
  now: () => Date;
  texts: Pick<Texts, "text" | "keys">;
  /** Absent: no mail is sent, and none is promised. */
  mail?: QueueMail;
  /** Whether records systems are told of what happens. */
  webhook: boolean;
  /** The file with its type as its bytes say, when it is one that may be handed on and is not too large. */
  readable: (bytes: Uint8Array, name: string) => File | undefined;
  /** Absent: files are not scanned, and each says so. */
  scan?: Scan;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  /** How alike two texts are, 0 to 1. */
  likeness: (a: string, b: string) => number;
};
