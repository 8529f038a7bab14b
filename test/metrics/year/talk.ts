import { addDays, instantOf } from "../../../src/calendar.ts";
import { dueAfter, waited } from "../../../src/desk/clock.ts";
import type { DeskSetup } from "../../../src/desk/setup.ts";
import type { Random } from "./random.ts";

type Row = Record<string, unknown>;

const channels = [["web", 60], ["telegram", 25], ["kiosk", 8], ["botframework", 7]] as const;
const topics = ["identity", "stay", "travel", "certificates", "reports", "foreign-affairs", "protection", "attention", "law", "care"] as const;
const flows = ["book-appointment", "file-case", "follow-case", "manage-appointment", "callback", "refer-me"] as const;
const steps = ["consent", "details", "day", "confirm"] as const;
const outcomes = [
  ["answered", 40], ["answered-disambiguated", 4], ["repaired-digression", 3], ["unanswered-no-source", 6], ["unanswered-unclear", 3], ["refused-out-of-scope", 2],
  ["refused-personal-data", 1], ["refused-unsafe", 1], ["flow-started", 10], ["flow-continued", 20], ["flow-completed", 5], ["repaired-cancel", 2],
  ["flow-abandoned", 2], ["repaired-chitchat", 4], ["repaired-invalid", 3], ["handed-off-requested", 2], ["handed-off-misses", 1], ["handed-off-flow", 1],
  ["handed-off-conversing", 3], ["danger-violence", 0.3], ["danger-medical", 0.3], ["danger-child", 0.1], ["danger-self-harm", 0.2], ["failed", 0.2],
] as const;
const hours = [...Array.from({ length: 24 }, (_, hour) => [hour, hour < 6 ? 1 : hour < 20 ? 8 : 4] as const)];

/** Conversations over the days from `first` on, as rows of turns, ratings, requests for a person and people of a day. */
export const talks = (random: Random, { turns: wanted, first, days, desk }: { turns: number; first: string; days: number; desk: DeskSetup }) => {
  const tables = { turn: [] as Row[], rating: [] as Row[], handoff: [] as Row[], people_day: [] as Row[] };
  const people = new Map<string, number>();
  for (let talk = 0; tables.turn.length < wanted; talk++) {
    const conversation_id = `talk-${talk}`;
    const channel = random.weighted(channels);
    const locale = random.weighted([["es", 80], ["en", 20]] as const);
    const seen = new Set<string>();
    let at = instantOf(addDays(first, random.below(days)), "00:00").getTime() + random.weighted(hours) * 3_600_000 + random.below(3_600_000);
    let isHandedOff = false;
    for (let left = 1 + random.below(11); left > 0; left--) {
      const turn = turnAt(random, { conversation_id, channel, locale, at: new Date(at), number: tables.turn.length });
      tables.turn.push(turn);
      if (turn["begun_by"] === "citizen") seen.add(new Date(at - 5 * 3_600_000).toISOString().slice(0, 10));
      if (!isHandedOff && /^handed-off-(requested|misses|flow)$/.test(String(turn["outcome"]))) {
        isHandedOff = true;
        tables.handoff.push(handoffOf(random, turn, desk));
      }
      at += random.weighted([[60_000, 60], [3_600_000, 20], [86_400_000, 15], [6 * 86_400_000, 5]] as const) * (0.2 + random.next());
    }
    if (random.next() < 0.15) tables.rating.push({ conversation_id, channel, locale, score: random.weighted([[5, 50], [4, 25], [3, 10], [2, 5], [1, 10]] as const), at: new Date(at) });
    for (const day of seen) people.set(`${day} ${channel} ${locale}`, (people.get(`${day} ${channel} ${locale}`) ?? 0) + 1);
  }
  for (const [key, count] of people) {
    const [day, channel, locale] = key.split(" ");
    tables.people_day.push({ day, channel, locale, people: count });
  }
  return tables;
};

const turnAt = (random: Random, given: { conversation_id: string; channel: string; locale: string; at: Date; number: number }): Row => {
  const { number, ...same } = given;
  const outcome = random.weighted(outcomes);
  const inFlow = /^(flow-|repaired-(cancel|digression|invalid)|handed-off-flow)/.test(outcome);
  const began_flow = outcome === "flow-started" || (outcome === "flow-completed" && random.next() < 0.1);
  const flow = !inFlow || (outcome === "repaired-cancel" && random.next() < 0.2) ? null : outcome === "flow-started" && random.next() < 0.3 ? "welcome" : random.one(flows);
  return {
    ...same, turn_id: `seed-${number}`, outcome, flow, began_flow,
    begun_by: outcome === "flow-abandoned" ? "service" : began_flow && random.next() < 0.2 ? "opening" : random.next() < 0.02 ? "staff" : "citizen",
    step: flow && random.next() < 0.9 ? random.one(steps) : null,
    topic: /^(answered|repaired-digression|flow-)/.test(outcome) && random.next() < 0.9 ? random.one(topics) : null,
    passages: [], ms: Math.floor(5 + 400 * random.next() ** 4),
  };
};

const handoffOf = (random: Random, { conversation_id, channel, locale, at, outcome, turn_id }: Row, { hours: open, promise, topics: queues }: DeskSetup): Row => {
  const asked = at as Date;
  const [isReplied, isLeft] = [random.next() < 0.85, random.next() < 0.5];
  const first = isReplied ? dueAfter(asked, random.weighted([[5, 50], [20, 30], [50, 20]] as const) * (0.3 + random.next()), open) : null;
  const closed = isReplied ? new Date(first!.getTime() + 1_800_000) : isLeft ? new Date(asked.getTime() + random.below(7_200_000)) : null;
  return {
    id: `handoff-${String(turn_id)}`, conversation_id, turn_id, channel, locale, topic: random.one(queues).id, danger: false,
    reason: String(outcome).slice("handed-off-".length), asked_at: asked, due_at: dueAfter(asked, promise.minutes, open),
    state: closed ? (isReplied ? "closed" : "left") : "waiting", first_reply_at: first, closed_at: closed,
    first_reply_minutes: first ? waited({ askedAt: asked, firstReplyAt: first }, open, first) : null,
  };
};
