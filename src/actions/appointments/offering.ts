import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult } from "../../flow/types.ts";
import type { Row } from "../row.ts";
import { receiptOf } from "./booking.ts";
import type { AppointmentParts } from "./parts.ts";

/** An opening that is kept for one person for a while: of the wait-list, of a draw, or in place of one that the office cancelled. */
export const offeringRows = {
  "appointments.accept": { needs: ["offer"], words: ["over"], texts: ["booking.receipt", "booking.calendar", "booking.map", "booking.bring"], run: accept },
  "appointments.decline": { needs: ["offer"], run: decline },
} satisfies Record<string, Row<AppointmentParts>>;

async function accept(parts: AppointmentParts, { trx, slots, conversationId, locale, now }: ActionTurn): Promise<ActionResult> {
  const result = await parts.appointments.accept(trx, { offer: String(slots.offer), conversationId, now });
  return result.status === "booked" ? { says: receiptOf(parts, result.booking, result.code, locale) } : { to: "over" };
}

async function decline({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  await appointments.decline(trx, { offer: String(slots.offer), conversationId, now });
  return {};
}
