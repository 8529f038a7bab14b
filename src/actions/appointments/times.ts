import type { Opening, ReleaseTold } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import { readWish, type Wish } from "../../flow/slots/when/wish.ts";
import { when } from "../../flow/slots/when.ts";
import type { ActionResult, Choice, Param } from "../../flow/types.ts";
import { options, type Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { clockAt, clockShown, officeOf, openingShown } from "./shown.ts";

const found = ["booking.openings.exact", "booking.openings.nearest", "booking.openings.later", "booking.opening-other"];
const kept = ["day", "time", "until"];

/** When: openings that fit a wish, the hold of one, and when more will come. */
export const timeRows = {
  "appointments.openings": { needs: ["service", "office", "when"], sets: ["openings"], words: ["full"], texts: found, run: (parts, turn) => openings(parts, turn, turn.slots.when, "openings") },
  "appointments.next-openings": { needs: ["service", "office", "when", "new-when"], sets: ["next-openings"], words: ["full"], texts: found, run: (parts, turn) => openings(parts, turn, turn.slots["new-when"] ?? turn.slots.when, "next-openings") },
  "appointments.hold": { needs: ["service", "opening"], sets: kept, words: ["taken", "too-many"], run: (parts, turn) => hold(parts, turn, "opening") },
  "appointments.hold-next": { needs: ["service", "next-opening"], sets: kept, words: ["taken", "too-many"], run: (parts, turn) => hold(parts, turn, "next-opening") },
  "appointments.let-go": { needs: [], run: letGo },
  "appointments.release": { needs: ["service", "office"], texts: ["booking.no-openings.until", "booking.no-openings.unknown", "booking.no-openings.draw"], run: release },
} satisfies Record<string, Row<AppointmentParts>>;

const mostOffered = 6;
const mostRead = 400;

/** What is free near a wish: as wished, else the same days at another hour, else the days after, else any. */
async function openings({ appointments }: AppointmentParts, { trx, slots, now }: ActionTurn, wished: unknown, slot: string): Promise<ActionResult> {
  const wish = readWish(String(wished)) ?? {};
  const all = await appointments.openings(trx, { service: String(slots.service), offices: [String(slots.office)], limit: mostRead, now });
  if (all.length === 0) return { to: "full" };
  const [first, ...others] = looser(wish).map((fits) => all.filter(fits));
  const fitting = first!.length > 0 ? first! : others.find((some) => some.length > 0) ?? all;
  const choices = spread(fitting, wish).map((one): Choice => ({ value: one.id, title: openingShown(one) }));
  const told = { key: `booking.openings.${first!.length > 0 ? "exact" : "nearest"}`, params: { wish: when.show(String(wished)), office: officeOf(appointments, String(slots.office)) } };
  const later = first!.length > 0 ? undefined : appointments.nextRelease(String(slots.service), [String(slots.office)], now);
  return {
    slots: { [slot]: options([...choices, { value: "other", title: { key: "booking.opening-other" } }]) },
    says: later ? [told, { key: "booking.openings.later", params: releaseShown(later) }] : [told],
  };
}

const releaseShown = ({ at, from, to }: ReleaseTold): Record<string, Param> =>
  ({ day: { date: at.toISOString() }, time: clockAt(at), from: { date: from }, to: { date: to } });

const looser = ({ from, to, part, time }: Wish): ((one: Opening) => boolean)[] => {
  const isOn = ({ day }: Opening) => (!from || day >= from) && (!to || day <= to);
  const isIn = (one: Opening) => !part || (one.time < "12:00") === (part === "morning");
  return [
    (one) => isOn(one) && (time ? one.time === time : isIn(one)),
    (one) => isOn(one) && isIn(one), isOn,
    (one) => (!from || one.day > from) && isIn(one),
    (one) => !from || one.day > from,
  ];
};

/** The nearest to the hour; else the first of each half day, and after those the next ones. */
const spread = (all: Opening[], { time }: Wish): Opening[] => {
  if (time) return all.toSorted((a, b) => away(a, time) - away(b, time)).slice(0, mostOffered).toSorted(inTime);
  const halves = [...Map.groupBy(all, (one) => `${one.day} ${one.time < "12:00" ? "a" : "p"}`).values()];
  const picked: Opening[] = [];
  for (let round = 0; picked.length < Math.min(mostOffered, all.length); round++) picked.push(...halves.flatMap((half) => half[round] ?? []));
  return picked.slice(0, mostOffered).toSorted(inTime);
};

const inTime = (a: Opening, b: Opening): number => a.startsAt.getTime() - b.startsAt.getTime();

const away = ({ time, startsAt }: Opening, wished: string): number => Math.abs(minutes(time) - minutes(wished)) + startsAt.getTime() / 86_400_000_000;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

async function hold({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn, slot: string): Promise<ActionResult> {
  const result = await appointments.hold(trx, { opening: String(slots[slot]), service: String(slots.service), conversationId, now });
  if (result.status !== "held") return { to: result.status };
  return { slots: { day: { date: result.opening.day }, time: clockShown(result.opening.time), until: clockAt(result.until) } };
}

async function letGo({ appointments }: AppointmentParts, { trx, conversationId }: ActionTurn): Promise<ActionResult> {
  await appointments.letGo(trx, conversationId);
  return {};
}

/** Nothing is free: when more can be seen, or drawn. */
function release({ appointments }: AppointmentParts, { slots, now }: ActionTurn): ActionResult {
  const [service, id] = [String(slots.service), String(slots.office)];
  const office = officeOf(appointments, id);
  const draw = appointments.draws(service, now).find((one) => one.office === id);
  if (draw) return { says: [{ key: "booking.no-openings.draw", params: { office, ...releaseShown({ ...draw, at: draw.closesAt }) } }] };
  const next = appointments.nextRelease(service, [id], now);
  if (!next) return { says: [{ key: "booking.no-openings.unknown", params: { office } }] };
  return { says: [{ key: "booking.no-openings.until", params: { office, ...releaseShown(next) } }] };
}
