import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { readConfig } from "../../../src/config.ts";
import { loadContent, type Content } from "../../../src/content.ts";
import type { File } from "../../../src/conversation/files.ts";
import type { Inbound } from "../../../src/conversation/message.ts";
import type { Action } from "../../../src/conversation/response.ts";
import type { Conversation } from "../../../src/conversation/store.ts";
import { readConversation } from "../../../src/conversation/store.ts";
import type { TurnResult } from "../../../src/conversation/turn.ts";
import type { Attachment } from "../../../src/flow/types.ts";
import { createService, type Overrides, type Service } from "../../../src/service.ts";
import { seedCases } from "./cases.ts";
import { seedReferrals } from "./referrals.ts";
import { seedBookings } from "./seeded.ts";

const root = join(import.meta.dirname, "../../..");
const fixtures = join(import.meta.dirname, "../fixtures");

let content: Content | undefined;

/** The content that is published, and beside it the flows of `fixtures/`: read once for all files of a worker. */
export const contentWithFixtures = (): Content => (content ??= readWithFixtures());

const readWithFixtures = (): Content => {
  const dir = mkdtempSync(join(tmpdir(), "ventanilla-stage-"));
  try {
    for (const folder of ["flows", "locales"]) {
      cpSync(join(root, folder), join(dir, folder), { recursive: true });
      cpSync(join(fixtures, folder), join(dir, folder), { recursive: true });
    }
    symlinkSync(join(root, "knowledge"), join(dir, "knowledge"));
    return loadContent(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
};

const openings: Action = () => Promise.resolve({
  slots: {
    openings: ["monday", "tuesday", "friday"].map((day, i) => ({
      value: `2027-01-0${i + 4}`, title: { both: { es: ["lunes a las 8", "martes a las 9", "viernes a las 10"][i]!, en: `${day} at ${i + 8}` } },
    })),
  },
});

/** What the flows of `fixtures/` call. */
export const fixtureActions: NonNullable<Overrides["actions"]> = {
  "trial.openings": { needs: ["kind"], run: openings },
  "trial.file": { needs: ["kind", "description"], run: () => Promise.resolve({ slots: { number: "PQR-2026-000001-X" } }) },
};

/** A word that makes the understanding fail: a fault of ours. */
export const faultWord = "⚡";

export type Said = Partial<Pick<Inbound, "text" | "choice" | "start" | "attachment" | "locale" | "channel">> & { file?: File };

/** A photo, as a citizen sends it. */
export const photo: Said & { attachment: Attachment } = {
  attachment: { kind: "photo", file: { type: "image/jpeg", size: 4 } },
  file: { name: "photo.jpg", type: "image/jpeg", size: 4, bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) },
};

export type Stage = {
  service: Service;
  tell: (conversationId: string, said: Said) => Promise<TurnResult>;
  read: (conversationId: string) => Promise<Conversation>;
  /** Another conversation at the same place, in which the same was said and a seat of its own is held. */
  copy: (conversationId: string) => Promise<string>;
  /** What somebody can type who holds what is stored here, by `flow.slot`. */
  known: Record<string, string>;
  /** Sets the clock on; `pass(0)` gives the time. */
  pass: (milliseconds: number) => Date;
  close: () => Promise<void>;
};

/** The whole service with the fixtures, a database of its own and a clock that the test moves. */
export const openStage = async (environment: Record<string, string> = {}): Promise<Stage> => {
  // A Monday morning in Bogotá.
  let now = new Date("2026-11-23T15:00:00Z").getTime();
  const content = contentWithFixtures();
  const understand: Content["understand"] = (text, context) => {
    if (text === faultWord) throw new Error("the test asked for a fault");
    return content.understand(text, context);
  };
  const service = await createService(readConfig({ DATA_DIR: "memory://", LOG_LEVEL: "silent", ...environment }), {
    content: { ...content, understand }, actions: fixtureActions, now: () => new Date(now),
  });
  const { db } = service.db;
  const known = { ...(await seedBookings(service)), ...(await seedCases(service)) };
  await seedReferrals(service);
  const read = async (id: string) => (await readConversation(db, id))!;
  return {
    service, read, known,
    tell: async (conversationId, { file, ...said }) => {
      const inbound: Inbound = { channel: "console", conversationId, turnId: randomUUID(), ...said };
      if (file) await service.reception.receive(inbound, null, file);
      return service.reception.converse(inbound);
    },
    copy: async (from) => {
      const id = randomUUID();
      const at = new Date(now);
      await sql`
        insert into conversation (id, channel, locale, address, state, version, last_seq, created_at, updated_at)
        select ${id}, channel, locale, 'null', state, 1, last_seq, ${at}, ${at} from conversation where id = ${from}`.execute(db);
      await sql`
        insert into message (conversation_id, seq, direction, channel, turn_id, payload, handled_at, created_at)
        select ${id}, seq, direction, channel, ${id} || turn_id, payload, handled_at, created_at from message where conversation_id = ${from} and direction = 'in'`.execute(db);
      await sql`
        insert into seat (opening_id, number, hold_conversation, hold_service, hold_address, hold_until)
        select opening_id, (select max(number) + 1 from seat other where other.opening_id = seat.opening_id), ${id}, hold_service, hold_address, hold_until
        from seat where hold_conversation = ${from}`.execute(db);
      return id;
    },
    pass: (milliseconds) => new Date((now += milliseconds)),
    close: service.close,
  };
};
