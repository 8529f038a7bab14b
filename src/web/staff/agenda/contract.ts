import type { Locale } from "../../../locale.ts";

/** What the agenda API answers. Instants are ISO strings; `day` and `time` are the office's own clock. */
type Bilingual = Record<Locale, string>;

export type AgendaOffice = {
  id: string; name: Bilingual; place: Bilingual; demonstration: boolean; zone: string;
  /** A mobile unit or a fair: only on these days. */
  dates?: { from: string; to: string };
  counters: { id: string; services: string[] }[];
};

export type BookingState = "booked" | "checked-in" | "attended" | "no-show" | "unmarked" | "cancelled";

export type AgendaBooking = {
  id: string; number: string; service: string; state: BookingState; confirmed: boolean; walkIn: boolean;
  name?: string; documentEnding?: string; guardian?: string;
};

export type AgendaOpening = {
  id: string; counter: string; day: string; time: string; startsAt: string; endsAt: string;
  capacity: number; free: number; held: number; offered: number; blocked: number;
  bookings: AgendaBooking[];
};

export type Agenda = {
  office: string; from: string; to: string; zone: string; openings: AgendaOpening[];
  /** How many wait for an opening. */
  waiting: number;
  /** By the service's clock, and the office's day of it. */
  now: string; today: string;
};

/** Names of services by id. */
export type ServiceNames = Record<string, Bilingual>;

export type Found = { id: string; number: string; state: BookingState; office: string; day: string };

/** What a cancelled day does: how many lose their appointment, and for how many another is kept at once. */
export type DayCancelled = { cancelled: number; offered: number };

export type OfficeDraw = {
  id: string; counter: string; from: string; to: string; opensAt: string; closesAt: string; commitment: string; entered: number;
  published?: { seed: string; listHash: string; order: string[] };
};
