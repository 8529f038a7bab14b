type Row = Record<string, unknown>;

/** What the columns of a table hold that a fixture does not name. */
export const defaults: Record<string, (row: Row, i: number) => Row> = {
  turn: (row, i) => ({ channel: "web", locale: "es", turn_id: `t${i}`, passages: "[]", ms: 1, intent: null, flow: null, step: null, score: null, model: null, ...row }),
  rating: (row) => ({ channel: "web", locale: "es", ...row }),
  people_day: (row) => row,
  people_mark: (row) => row,
  next_opening: (row) => row,
  handoff: (row) => ({
    conversation_id: row["id"], turn_id: row["id"], channel: "web", locale: "es", skill: null, danger: false, warned_at: null, claimed_by: null, claimed_name: null,
    claimed_at: null, first_reply_at: null, closed_at: null, close_reason: null, state: row["closed_at"] ? "left" : "waiting", ...row,
  }),
  case_file: (row, i) => ({
    key: row["id"], radicado: row["id"], prefix: "XX", year: 2026, sequence: i + 1, code_hash: "-", identity: "anonymous", channel: "web", locale: "es", unit: "-",
    reading: "article-54", radicado_on: "2026-01-01", counts_from: "2026-01-01", term_days: 15, story: "-", due_on: null, state: "filed",
    ...(row["state"] === "answered" ? { answer: "-", closed_at: row["answered_at"] } : {}), ...row,
  }),
  case_event: (row) => ({ by_kind: "staff", detail: "{}", ...row }),
  opening: (row) => {
    const starts = row["starts_at"] as Date;
    return { counter: "a", time: "08:00", ends_at: new Date(starts.getTime() + 1_200_000), visible_from: starts, closes_at: starts, ...row };
  },
  seat: (row) => row,
  booking: (row) => ({ service: row["uid"], document_hash: row["uid"], channel: "web", locale: "es", booked_at: new Date(0), ...row }),
  referral: (row) => ({
    need: "health", state: "sent", by_hand: false, by_kind: "citizen", channel: "web", locale: "es", follow_up: true, changed_at: row["sent_at"], ...row,
  }),
  evaluation: (row) => row,
  heartbeat: (row) => ({ last_minute: row["hour"], ...row }),
};
