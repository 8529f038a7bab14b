import type { Answers } from "../../answers/answer.ts";
import type { Appointments } from "../../appointments/appointments.ts";
import type { Content } from "../../content.ts";
import type { Booking } from "../../appointments/types.ts";

export type AppointmentParts = {
  answers: Answers;
  appointments: Appointments;
  /** What a person's words ask for. */
  understand: Content["understand"];
  /** Addresses that a citizen can open: the page of bookings, and a booking's calendar file. */
  links: { bookings: () => string; calendar: (booking: Booking) => string };
};
