import type { Answers } from "../../answers/answer.ts";
import type { Appointments } from "../../appointments/appointments.ts";
import type { Booking } from "../../appointments/types.ts";

export type AppointmentParts = {
  answers: Answers;
  appointments: Appointments;
  /** Addresses that a citizen can open: the page of bookings, and a booking's calendar file. */
  links: { bookings: () => string; calendar: (booking: Booking) => string };
};
