import type { Generated } from "kysely";
import type { Locale } from "../locale.ts";
import type { Instant, JsonColumn } from "./tables.ts";

/** The tables of the office "appointments". */
export type AppointmentTables = {
  /** A time at an office; `day` and `time` are the office's own clock. Seats are rows of `seat`. */
  opening: {
    id: Generated<string>;
    office: string;
    counter: string;
    starts_at: Instant;
    ends_at: Instant;
    day: string;
    time: string;
    visible_from: Instant;
    /** From then on it cannot be taken any more. */
    closes_at: Instant;
    capacity: number;
  };
  /** Free when there is no live hold, offer, booking or block. */
  seat: {
    opening_id: string;
    number: number;
    hold_conversation: string | null;
    hold_service: string | null;
    hold_address: string | null;
    hold_until: Instant | null;
    offer_id: string | null;
    booking_id: string | null;
    /** Why it cannot be taken. */
    blocked: string | null;
  };
  booking: AppointmentPerson & {
    id: Generated<string>;
    uid: string;
    opening_id: string;
    seat: number;
    service: string;
    /** unmarked: it is over, and nobody wrote down what happened. */
    state: Generated<"booked" | "checked-in" | "attended" | "no-show" | "cancelled" | "unmarked">;
    cancelled_by: "citizen" | "office" | null;
    cancelled_at: Instant | null;
    /** None for who came without an appointment. */
    code_hash: string | null;
    walk_in: Generated<boolean>;
    booked_at: Instant;
    /** The last change. */
    moved_at: Instant | null;
    confirmed_at: Instant | null;
    changes: Generated<number>;
    sequence: Generated<number>;
    forgotten_at: Instant | null;
  };
  draw: {
    id: string;
    office: string;
    counter: string;
    from_day: string;
    to_day: string;
    opens_at: Instant;
    closes_at: Instant;
    /** SHA-256 of the seed, known before anybody enters. */
    commitment: string;
    /** Told when the draw is over. */
    seed: string;
    drawn_at: Instant | null;
    published: JsonColumn<unknown> | null;
  };
  /** Who waits for a seat: in order of asking, drawn, or moved by the office. */
  waiting: AppointmentPerson & {
    id: Generated<string>;
    kind: "list" | "draw" | "moved";
    office: string;
    counter: string;
    service: string;
    from_day: string | null;
    to_day: string | null;
    draw_id: string | null;
    /** What stands for somebody in the published list of a draw. */
    ticket: string | null;
    rank: number | null;
    state: Generated<"waiting" | "offered" | "booked" | "passed" | "left">;
    asked_at: Instant;
    ended_at: Instant | null;
  };
  offer: {
    id: Generated<string>;
    waiting_id: string;
    opening_id: string;
    seat: number;
    made_at: Instant;
    until: Instant;
    state: Generated<"open" | "accepted" | "declined" | "expired" | "withdrawn">;
  };
  /** What a citizen is to be told, each key once. */
  appointment_notice: {
    id: Generated<string>;
    key: string;
    kind: string;
    booking_id: string | null;
    conversation_id: string | null;
    locale: Locale;
    email: string | null;
    about: JsonColumn<Record<string, string>>;
    due_at: Instant;
    /** Also at night. */
    urgent: Generated<boolean>;
    state: Generated<"pending" | "sent" | "dropped">;
  };
};

/** Who is attended. All but the language goes when the retention ends. */
type AppointmentPerson = {
  document_hash: string | null;
  document_ending: string | null;
  contact_hashes: string[];
  name: string | null;
  email: string | null;
  phone: string | null;
  guardian: string | null;
  guardian_ending: string | null;
  conversation_id: string | null;
  channel: string | null;
  locale: Locale;
  consent_at: Instant | null;
};
