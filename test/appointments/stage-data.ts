import type { Counter, Office, Rules } from "../../src/appointments/types.ts";

export const rules: Rules = {
  holdMinutes: 10, changes: 2, changeHours: 24, cancellations: 3, perConversation: 4, perContact: 4, perAddress: 3,
  offerMinutes: 60, movedOfferHours: 24, reminderDays: [3, 1], retentionDays: 30,
};

const everyDay = { mon: [["08:00", "10:00"]], tue: [["08:00", "10:00"]], wed: [["08:00", "10:00"]], thu: [["08:00", "10:00"]], fri: [["08:00", "10:00"]] } satisfies Counter["hours"]["week"];

export const counter = (given: Partial<Counter> = {}): Counter => ({
  id: "documents", services: ["ppt", "ppt-duplicate"], minutes: 60, seats: 1, leadHours: 0,
  hours: { week: everyDay, exceptions: [] }, release: { kind: "ahead", days: 10, time: "00:00" }, ...given,
});

export const office = (given: Partial<Office> = {}): Office => ({
  id: "north", kind: "cfsm", name: { es: "Norte (demostración)", en: "North (demonstration)" }, demonstration: true, city: "bogota",
  place: { es: "Bogotá", en: "Bogotá" }, zone: "America/Bogota", holidays: true, counters: [counter()], ...given,
});
