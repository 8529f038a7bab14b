import { bookingRows } from "./appointments/booking.ts";
import { choosingRows } from "./appointments/choosing.ts";
import { managingRows } from "./appointments/managing.ts";
import { offeringRows } from "./appointments/offering.ts";
import type { AppointmentParts } from "./appointments/parts.ts";
import { timeRows } from "./appointments/times.ts";
import { visitRows } from "./appointments/visits.ts";
import type { Row } from "./row.ts";

/** What flows may ask of the office "appointments". */
export const appointmentRows = {
  ...choosingRows, ...timeRows, ...bookingRows, ...managingRows, ...offeringRows, ...visitRows,
} satisfies Record<string, Row<AppointmentParts>>;
