import type { Held, Opening, ReleaseTold } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import { dayNameOf, readWish, type Wish, writeWish } from "../../flow/slots/when/wish.ts";
import { when } from "../../flow/slots/when.ts";
import type { ActionResult, Choice, Param, Slots } from "../../flow/types.ts";
import { options, type Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { personShown } from "./person-shown.ts";
import { whyNone, whyNoneTexts } from "./why-none.ts";
import { clockAt, clockShown, officeOf, openingShown } from "./shown.ts";

const found = ["exact", "nearest", "nearest-part", "later", "later-day"].map((key) => `booking.openings.${key}`).concat("booking.opening-other", "booking.opening-list");
const kept = ["day", "time", "until"];
const person = ["name", "document", "email", "phone", "guardian", "guardian-document"];
const hidden = ["document-shown", "guardian-document-shown", "email-shown", "phone-shown"];

/** When: openings that fit a wish, the hold of one, and when more will come. */
export const timeRows = {
  "appointments.openings": { needs: ["service", "office", "when"], sets: ["openings"], words: ["full"], texts: [...found, ...whyNoneTexts], run: openings },
  "appointments.hold": { needs: ["service", "opening"], sets: kept, words: ["taken", "too-many"], run: hold },
  "appointments.keep": { needs: ["service", "opening", ...person], sets: [...kept, ...hidden], words: ["over"], texts: ["booking.held-again"], run: keep },
  "appointments.waits": { needs: ["service", "office", "when"], sets: ["queue"], run: () => ({ slots: { queue: "waiting" } }) },
  "appointments.enrolment": { needs: ["service", "office", "when", ...person], sets: [...hidden, "wish"], run: enrolment },
  "appointments.let-go": { needs: [], run: letGo },
  "appointments.release": { needs: ["service", "office"], texts: ["booking.no-openings.until", "booking.no-openings.unknown", "booking.no-openings.draw"], run: release },
} satisfies Record<string, Row<AppointmentParts>>;

const mostOffered = 6;
const mostRead = 400;

/** What is free near a wish: as wished; else the nearest that keep the part of the day and pass over refused days, then others. */
async function openings({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const wish = readWish(String(slots.when)) ?? {};
  const [service, office] = [String(slots.service), String(slots.office)];
  const held = await appointments.held(trx, conversationId, now);
  const free = await appointments.openings(trx, { service, offices: [office], limit: mostRead, now });
  const own = held && !free.some(({ id }) => id === held.opening.id) && isAttendedAt(appointments, service, held.opening) ? [{ ...held.opening, free: 1 }] : [];
  const all = [...free, ...own.filter((one) => one.office === office)].toSorted(inTime);
  if (all.length === 0) return { to: "full" };
  const exact = all.filter(fits(wish));
  const offered = exact.length > 0 ? spread(exact, wish) : nearest(all, wish);
  const choices = offered.map((one): Choice => ({ value: one.id, title: openingShown(one) }));
  const list: Choice[] = exact.length > 0 || booked(slots) ? [] : [{ value: "list", title: { key: "booking.opening-list" } }];
  const keepsPart = wish.part !== undefined && offered.some(isIn(wish)) && offered.some((one) => !isIn(wish)(one));
  const key = exact.length > 0 ? "exact" : keepsPart ? "nearest-part" : "nearest";
  const later = exact.length > 0 ? undefined : appointments.nextRelease(service, [office], now);
  const told = { key: `booking.openings.${key}`, params: { wish: when.show(String(slots.when)), office: officeOf(appointments, office) } };
  const why = exact.length > 0 ? undefined : whyNone({ appointments, service, office, now }, wish);
  return {
    slots: { openings: options([...choices, { value: "other", title: { key: "booking.opening-other" } }, ...list]) },
    says: [told, ...(why ? [why] : []), ...(later && !why && reaches(wish, later) ? [{ key: `booking.openings.later${oneDay(later)}`, params: releaseShown(later) }] : [])],
  };
}

/** What is kept for a person is free to that person, for another service too where the same counter attends it. */
const isAttendedAt = (appointments: AppointmentParts["appointments"], service: string, opening: Held["opening"]): boolean => {
  const place = appointments.office(opening.office)?.counters.find(({ id }) => id === opening.counter);
  return place?.services.includes(service) ?? false;
};

/** Who moves a booking to another day waits on no list. */
const booked = ({ booking }: ActionTurn["slots"]): boolean => booking !== undefined;

/** Whether what is released next may hold what was wished for. */
const reaches = ({ to }: Wish, { from }: ReleaseTold): boolean => to === undefined || to >= from;

const oneDay = ({ from, to }: ReleaseTold): "" | "-day" => (from === to ? "-day" : "");

const releaseShown = ({ at, from, to }: ReleaseTold): Record<string, Param> =>
  ({ day: { date: at.toISOString() }, time: clockAt(at), from: { date: from }, to: { date: to } });

type Fits = (one: Opening) => boolean;

const isOn = ({ from, to, only }: Wish): Fits => ({ day }) => (!from || day >= from) && (!to || day <= to) && isAllowed(only, day);
const isAllowed = (only: Wish["only"], day: string): boolean => !only || only.includes(dayNameOf(day));
const isIn = ({ part }: Wish): Fits => ({ time }) => !part || (time < "12:00") === (part === "morning");
const fits = (wish: Wish): Fits => (one) => isOn(wish)(one) && (wish.time ? one.time === wish.time : isIn(wish)(one));

/** So many at most that are not of the part of the day that suits, while there are some that are. */
const mostOther = 2;

const nearest = (all: Opening[], wish: Wish): Opening[] => {
  const allowed = all.filter(({ day }) => isAllowed(wish.only, day));
  const near = (allowed.length > 0 ? allowed : all).toSorted((a, b) => daysAway(a, wish) - daysAway(b, wish) || (wish.time ? away(a, wish.time) - away(b, wish.time) : inTime(a, b)));
  const suits = firsts(near.filter(isIn(wish)));
  const others = firsts(near.filter((one) => !isIn(wish)(one)));
  const rest = suits.length > 0 ? others.slice(0, mostOther) : others;
  return [...suits.slice(0, mostOffered - rest.length).toSorted(inTime), ...rest.toSorted(inTime)].slice(0, mostOffered);
};

/** Two of each half day, so that there is a choice of days. */
const firsts = (some: Opening[]): Opening[] => [...Map.groupBy(some, halfOf).values()].flatMap((half) => half.slice(0, 2));

const daysAway = ({ day }: Opening, { from, to }: Wish): number => {
  const days = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / 86_400_000;
  if (from && day < from) return days(from, day) + 0.5;
  return to && day > to ? days(day, to) : 0;
};

const halfOf = ({ day, time }: Opening): string => `${day} ${time < "12:00" ? "a" : "p"}`;

/** The nearest to the hour; else the first of each half day, and after those the next ones. */
const spread = (all: Opening[], { time }: Wish): Opening[] => {
  if (time) return all.toSorted((a, b) => away(a, time) - away(b, time)).slice(0, mostOffered).toSorted(inTime);
  const halves = [...Map.groupBy(all, halfOf).values()];
  const picked: Opening[] = [];
  for (let round = 0; picked.length < Math.min(mostOffered, all.length); round++) picked.push(...halves.flatMap((half) => half[round] ?? []));
  return picked.slice(0, mostOffered).toSorted(inTime);
};

const inTime = (a: Opening, b: Opening): number => a.startsAt.getTime() - b.startsAt.getTime();

const away = ({ time, startsAt }: Opening, wished: string): number => Math.abs(minutes(time) - minutes(wished)) + startsAt.getTime() / 86_400_000_000;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

async function hold({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const result = await appointments.hold(trx, { opening: String(slots.opening), service: String(slots.service), conversationId, now });
  if (result.status !== "held") return { to: result.status };
  return { slots: heldShown(result), answers: { when: onDayOf(result, readWish(String(slots.when)) ?? {}) } };
}

/** What was wished for, on the day that was chosen: "at ten instead" and "in the afternoon" mean that day. */
const onDayOf = ({ opening: { day } }: Held, { part, only }: Wish): string => writeWish({ from: day, to: day, ...(part && { part }), ...(only && { only }) });

/** What is kept while somebody types; a hold that ran out is taken anew where nobody was quicker, and that is told. */
async function keep({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const held = await appointments.held(trx, conversationId, now);
  if (held?.opening.id === String(slots.opening)) return { slots: { ...heldShown(held), ...personShown(slots) } };
  const again = await appointments.hold(trx, { opening: String(slots.opening), service: String(slots.service), conversationId, now });
  if (again.status !== "held") return { to: "over" };
  const shown = heldShown(again);
  return { slots: { ...shown, ...personShown(slots) }, says: [{ key: "booking.held-again", params: shown as Record<string, Param> }] };
}

/** What the wait-list will keep, before it does. */
function enrolment(_parts: AppointmentParts, { slots }: ActionTurn): ActionResult {
  return { slots: { ...personShown(slots), wish: when.show(String(slots.when)) } as Slots };
}

const heldShown = ({ opening, until }: Held): Slots => ({ day: { date: opening.day }, time: clockShown(opening.time), until: clockAt(until) });

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
