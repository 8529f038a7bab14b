import type { Office } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult, Utterance } from "../../flow/types.ts";
import type { Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { officeShown } from "./shown.ts";

/** Where and when a mobile unit, a fair or a mobile consulate comes. */
export const visitRows = {
  "appointments.visits": { needs: ["city"], texts: ["one", "none-in-city", "none", "others", "ask"].map((key) => `booking.visits.${key}`), run: visits },
} satisfies Record<string, Row<AppointmentParts>>;

function visits({ appointments }: AppointmentParts, { slots, now }: ActionTurn): ActionResult {
  const all = appointments.dated(now);
  const city = typeof slots.city === "string" ? slots.city : undefined;
  const here = all.filter((office) => city === undefined || office.city === city);
  if (here.length > 0) return { says: here.map(told) };
  const lacking: Utterance[] = [{ key: all.length > 0 ? "booking.visits.none-in-city" : "booking.visits.none" }, { key: "booking.visits.ask" }];
  return { says: [...lacking, ...(all.length > 0 ? [{ key: "booking.visits.others" }, ...all.map(told)] : [])] };
}

const told = (office: Office): Utterance => (
  { key: "booking.visits.one", params: { office: officeShown(office), from: { date: office.dates!.from }, to: { date: office.dates!.to } } }
);
