import type { CaseRow } from "./deeds.ts";

/** A case as records systems take it: what it is and how it stands, in the words that were handed in, without who it is from. */
export const recordOf = (row: CaseRow) => ({
  radicado: row.radicado,
  kind: row.kind,
  state: row.state,
  identity: row.identity,
  channel: row.channel,
  locale: row.locale,
  unit: row.unit,
  priority: row.priority,
  filedAt: row.filed_at.toISOString(),
  radicadoOn: row.radicado_on,
  dueOn: row.due_on,
  termDays: row.term_days,
  extraDays: row.extra_days,
  story: row.story,
  asks: row.asks,
  reasons: row.reasons,
  happened: row.happened,
  place: row.place,
  transferredTo: row.transferred_to,
  transferredOn: row.transferred_on,
  transferLate: row.transfer_late,
  answeredAt: row.answered_at?.toISOString() ?? null,
  answer: row.answer,
  closedAt: row.closed_at?.toISOString() ?? null,
});

export type CaseRecord = ReturnType<typeof recordOf>;
