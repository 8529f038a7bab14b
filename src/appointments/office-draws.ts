import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Published } from "./draw.ts";

/** A draw as its office sees it: by what it is bound, how many entered, and how it ended. */
export type OfficeDraw = {
  id: string; counter: string; from: string; to: string; opensAt: Date; closesAt: Date;
  commitment: string; entered: number;
  /** Once it is made. */
  published?: Published;
};

const shownAtOnce = 6;

/** The draws of an office that were opened, the newest first. The seed of one that is still open is not told. */
export const officeDraws = async (db: Kysely<Tables>, office: string, now: Date): Promise<OfficeDraw[]> => {
  const rows = await db.selectFrom("draw")
    .select((e) => [
      "id", "counter", "from_day", "to_day", "opens_at", "closes_at", "commitment", "published",
      e.selectFrom("waiting").select((w) => w.fn.countAll<string>().as("n")).whereRef("waiting.draw_id", "=", "draw.id").where("state", "!=", "left").as("entered"),
    ])
    .where("office", "=", office).where("opens_at", "<=", now).orderBy("closes_at", "desc").orderBy("id").limit(shownAtOnce).execute();
  return rows.map(({ from_day, to_day, opens_at, closes_at, entered, published, ...rest }) => {
    const result = published as Published | null;
    return {
      id: rest.id, counter: rest.counter, commitment: rest.commitment, from: from_day, to: to_day, opensAt: opens_at, closesAt: closes_at,
      entered: result?.entries.length ?? Number(entered), ...(result ? { published: result } : {}),
    };
  });
};
