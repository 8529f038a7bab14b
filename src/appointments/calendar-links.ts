import { createHmac, timingSafeEqual } from "node:crypto";
import type { Booking } from "./types.ts";

export type CalendarLinks = {
  /** The page where bookings are looked up. */
  bookings: () => string;
  /** A booking's calendar file; whoever has the address learns office, service and time, and can change nothing. */
  calendar: (booking: Pick<Booking, "id">) => string;
  /** The id of the booking that a calendar address is for; undefined when it is none of ours. */
  read: (token: string) => string | undefined;
};

export const calendarLinks = ({ key, publicUrl }: { key: string; publicUrl: () => string }): CalendarLinks => ({
  bookings: () => `${publicUrl()}/cita`,
  calendar: ({ id }) => `${publicUrl()}/cita/calendario/${id}-${signed(key, id)}.ics`,
  read: (token) => {
    const [, id, signature] = /^(\d+)-([\w-]{22})$/.exec(token) ?? [];
    if (id === undefined || signature === undefined) return undefined;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(signed(key, id))) ? id : undefined;
  },
});

const signed = (key: string, id: string): string => createHmac("sha256", key).update(`calendar:${id}`).digest("base64url").slice(0, 22);
