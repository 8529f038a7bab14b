import type { Day, Hours } from "../calendar.ts";
import type { Bilingual, Locale } from "../locale.ts";

export const officeKinds = ["cfsm", "cancilleria", "consulate", "crore", "mobile-unit", "fair", "video"] as const;
export type OfficeKind = (typeof officeKinds)[number];

/** A place, or a video line, where people are attended by appointment. */
export type Office = {
  id: string;
  kind: OfficeKind;
  name: Bilingual;
  /** Made up to show how it works: whoever shows it says so. */
  demonstration: boolean;
  /** An id of the cities that flows know, or a city abroad in words; none for video. */
  city?: string;
  /** City, department or country, as it is shown. */
  place: Bilingual;
  /** Only where a source has it. */
  address?: Bilingual;
  map?: { lat: number; lon: number };
  /** IANA, "Europe/Madrid". Days and times of an office are its own. */
  zone: string;
  /** Whether the holidays of Colombia close it; a consulate names its own days as exceptions. */
  holidays: boolean;
  /** A mobile unit, a fair, a mobile consulate: only on these days. */
  dates?: { from: Day; to: Day };
  counters: Counter[];
};

/** Windows of an office that attend the same services, each with one duration. */
export type Counter = {
  id: string;
  services: string[];
  minutes: number;
  /** How many are attended at the same time. */
  seats: number;
  /** How long before it begins an opening can last be taken. */
  leadHours: number;
  hours: Hours;
  release: Release;
};

/**
 * When openings can first be seen. `ahead`: each day that many days before, at `time`. `weekly`: a week of openings (Monday
 * to Sunday) at once, on a weekday of a week before it; with `drawHours` they are first drawn among those who enter from so
 * many hours before until then.
 */
export type Release =
  | { kind: "ahead"; days: number; time: string }
  | { kind: "weekly"; weekday: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"; time: string; weeksBefore: number; drawHours?: number };

/** What an agency decides about its appointments. */
export type Rules = {
  holdMinutes: number;
  /** Changes of one booking. */
  changes: number;
  /** Hours before it begins until when a booking may be changed. */
  changeHours: number;
  /** Bookings of one document and service that may be cancelled within 30 days before no other can be made. */
  cancellations: number;
  /** Live bookings made in one conversation, and under one e-mail or phone. */
  perConversation: number;
  perContact: number;
  /** Live holds from one address (IP). */
  perAddress: number;
  /** How long a freed opening is offered to one on the wait-list; to one whose booking the office cancelled, or who was drawn. */
  offerMinutes: number;
  movedOfferHours: number;
  reminderDays: number[];
  retentionDays: number;
};

/** A free time at an office. Instants in UTC; `day` and `time` ("14:30") as the office's own clock shows them. */
export type Opening = { id: string; office: string; counter: string; startsAt: Date; endsAt: Date; day: Day; time: string; free: number };

export type OpeningQuery = {
  service: string;
  /** All offices that offer the service when absent. */
  offices?: string[];
  /** Days of the office's own calendar. */
  from?: Day;
  to?: Day;
  part?: "morning" | "afternoon";
  limit?: number;
  now: Date;
};

export type Person = {
  /** Of the one who is attended, "CC 1020345678". */
  document: string;
  name: string;
  email?: string;
  phone?: string;
  /** For a child: the adult who comes too. */
  guardian?: { name: string; document: string };
};

/** Where and in which language somebody is told. */
export type Reach = { conversationId: string; channel: string; locale: Locale };

/** unmarked: it is over, and nobody wrote down what happened. */
export type BookingState = "booked" | "checked-in" | "attended" | "no-show" | "cancelled" | "unmarked";

export type Booking = {
  id: string;
  number: string;
  service: string;
  opening: Omit<Opening, "free">;
  state: BookingState;
  cancelledBy?: "citizen" | "office";
  confirmedAt?: Date;
  changesLeft: number;
  /** Grows with each change: SEQUENCE of a calendar file. */
  sequence: number;
  /** Stable: UID of a calendar file. */
  uid: string;
  locale: Locale;
  /** Gone when the retention ended. */
  name?: string;
  email?: string;
  phone?: string;
  guardian?: string;
  documentEnding?: string;
  conversationId?: string;
};

export type Held = { opening: Omit<Opening, "free">; service: string; until: Date };
export type HoldResult =
  | ({ status: "held" } & Held)
  /** Somebody was quicker, it has begun, or it is not released: ask for openings again. */
  | { status: "taken" }
  | { status: "too-many"; why: "address" };

export type BookResult =
  /** `code` is shown once and kept by nobody but the citizen. */
  | { status: "booked"; code: string; booking: Booking }
  | { status: "hold-over" }
  /** This document has a live booking for the service. Its number is not told. */
  | { status: "already-booked" }
  | { status: "too-many"; why: "conversation" | "contact" | "cancellations" };

export type ProveResult = { status: "found"; booking: Booking } | { status: "unknown" } | { status: "too-many-tries" };

export type ChangeResult =
  | { status: "changed"; booking: Booking }
  | { status: "taken" | "not-live" | "no-changes-left" | "too-late" | "other-service" };

export type CancelResult = { status: "cancelled"; booking: Booking } | { status: "not-live" };
export type ConfirmResult = { status: "confirmed"; booking: Booking } | { status: "not-live" };

export type JoinResult =
  /** `position` from 1; `ticket`: what stands for this person in the published list of a draw. */
  | { status: "joined"; position: number; ticket?: string }
  | { status: "already-booked" | "already-listed" | "no-such-service" };

/** An opening kept for one person on the wait-list (`list`), drawn (`draw`), or moved by the office (`moved`). */
export type Offer = { id: string; why: "list" | "draw" | "moved"; opening: Omit<Opening, "free">; service: string; until: Date };

/** A week whose openings are drawn: enter until `closesAt`. */
export type Draw = { id: string; office: string; counter: string; service: string; from: Day; to: Day; opensAt: Date; closesAt: Date };

export type ReleaseTold = { office: string; at: Date; from: Day; to: Day };
