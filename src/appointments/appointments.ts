import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { book } from "./book.ts";
import { drawShown, enter, openDraws, type DrawShown } from "./draw.ts";
import { held, hold, letGo } from "./hold.ts";
import { cancel, change, confirm, ofConversation, prove } from "./manage.ts";
import { accept, decline, offerTo } from "./offer.ts";
import { freeDays, freeOpenings } from "./openings.ts";
import { type Closed, closedOn, nextReleaseOf, opensOn, releaseFrom } from "./plan.ts";
import { personHash } from "./secret.ts";
import { bookingOf } from "./shown.ts";
import type {
  Booking, BookResult, CancelResult, ChangeResult, ConfirmResult, Counter, Draw, Held, HoldResult, JoinResult, Offer, Office,
  Opening, OpeningQuery, Person, ProveResult, Reach, ReleaseTold, Rules,
} from "./types.ts";
import { join, leave, waitingOf } from "./waiting.ts";
import { dayIn } from "./zone.ts";
import { type Weekday, weekdays } from "../calendar.ts";

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

export type AppointmentParts = {
  offices: Office[];
  rules: Rules;
  /** Of the keyed hashes of documents, contacts and codes. */
  key: string;
  /** Counts one use of `key`; false when it was used too often. */
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
};

/** What the office "appointments" can be asked. What changes something takes a transaction: it stands or falls with its turn. */
export type Appointments = {
  rules: Rules;
  offices: () => Office[];
  office: (id: string) => Office | undefined;
  /** Where a service is attended; a dated office only while it is still to come or going on. */
  offering: (service: string, now: Date) => { office: Office; counter: Counter }[];
  /** Mobile units, fairs and mobile consulates that are still to come or going on, the soonest first. */
  dated: (now: Date) => Office[];

  /** Openings that can be taken right now, the soonest first; 20 unless `limit` says otherwise. */
  openings: (db: Db, query: OpeningQuery) => Promise<Opening[]>;
  /** How many seats are free by day and part of day. */
  days: (db: Db, query: Omit<OpeningQuery, "part">) => Promise<{ office: string; day: string; morning: number; afternoon: number }[]>;
  /** When the next openings of a service can be seen, and for which days. */
  nextRelease: (service: string, offices: string[] | undefined, now: Date) => ReleaseTold | undefined;

  /** When openings of a service at an office from a day on can be seen, where they cannot yet. */
  releaseFrom: (service: string, office: string, from: string, now: Date) => ReleaseTold | undefined;
  /** Why nobody is attended for a service at an office on a day; undefined where somebody is. */
  closed: (service: string, office: string, day: string, now: Date) => Closed | undefined;
  /** The days of the week on which a service is attended at an office. */
  weekdays: (service: string, office: string, now: Date) => Weekday[];

  /** Keeps a seat for a conversation for `rules.holdMinutes`; what it held before is let go. */
  hold: (trx: Trx, given: { opening: string; service: string; conversationId: string; address?: string; now: Date }) => Promise<HoldResult>;
  letGo: (trx: Trx, conversationId: string) => Promise<void>;
  held: (db: Db, conversationId: string, now: Date) => Promise<Held | undefined>;

  /** Makes the conversation's hold a booking. */
  book: (trx: Trx, given: { person: Person; reach: Reach; now: Date }) => Promise<BookResult>;

  /** A booking by number and code, in constant time; tries are counted by number and by `who` (address or conversation). */
  prove: (db: Db, given: { number: string; code: string; who: string; now: Date }) => Promise<ProveResult>;
  booking: (db: Db, id: string, now: Date) => Promise<Booking | undefined>;
  /** Live bookings that were made in a conversation, the soonest first. */
  ofConversation: (db: Db, conversationId: string, now: Date) => Promise<Booking[]>;

  /** To another opening of the same service, at any office; a seat that the conversation holds there is used. */
  change: (trx: Trx, given: { booking: string; opening: string; conversationId?: string; now: Date }) => Promise<ChangeResult>;
  cancel: (trx: Trx, given: { booking: string; now: Date }) => Promise<CancelResult>;
  confirm: (trx: Trx, given: { booking: string; now: Date }) => Promise<ConfirmResult>;

  /** Waits for a seat that somebody gives back, in order of asking; told by message and e-mail when there is an offer. */
  join: (trx: Trx, given: { office: string; service: string; person: Person; reach: Reach; from?: string; to?: string; now: Date }) => Promise<JoinResult>;
  /** What a conversation waits for. */
  waitingOf: (db: Db, conversationId: string) => Promise<{ office: string; service: string }[]>;
  leave: (trx: Trx, conversationId: string, now: Date) => Promise<void>;
  /** What is being offered to a conversation. */
  offer: (db: Db, conversationId: string, now: Date) => Promise<Offer | undefined>;
  /** `hold-over`: its time is over, or it was answered before. */
  accept: (trx: Trx, given: { offer: string; conversationId: string; now: Date }) => Promise<BookResult>;
  decline: (trx: Trx, given: { offer: string; conversationId: string; now: Date }) => Promise<void>;

  /** Draws that can be entered now. */
  draws: (service: string, now: Date) => Draw[];
  enter: (trx: Trx, given: { draw: Draw; person: Person; reach: Reach; now: Date }) => Promise<JoinResult>;
  /** A draw as everybody may see it. */
  draw: (db: Db, id: string) => Promise<DrawShown | undefined>;
};

export const createAppointments = (parts: AppointmentParts): Appointments => {
  const { offices, rules, key } = parts;
  const places = (service: string, now: Date, among?: string[]) => offering(offices, service, now)
    .filter(({ office }) => among === undefined || among.includes(office.id));
  const attends = (office: string, counter: string, service: string): boolean =>
    offices.find(({ id }) => id === office)?.counters.find(({ id }) => id === counter)?.services.includes(service) ?? false;
  return {
    rules,
    offices: () => offices,
    office: (id) => offices.find((office) => office.id === id),
    offering: (service, now) => offering(offices, service, now),
    dated: (now) => offices.filter((office) => office.dates && isToCome(office, now)).toSorted((a, b) => (a.dates!.from < b.dates!.from ? -1 : 1)),
    openings: (db, query) => freeOpenings(db, places(query.service, query.now, query.offices), query),
    days: (db, query) => freeDays(db, places(query.service, query.now, query.offices), query),
    nextRelease: (service, among, now) => nextReleaseOf(places(service, now, among), now),
    releaseFrom: (service, office, from, now) => places(service, now, [office]).map((place) => releaseFrom(place.office, place.counter, from, now))[0],
    closed: (service, office, day, now) => places(service, now, [office]).map((place) => closedOn(place.office, place.counter, day))[0],
    weekdays: (service, office, now) => weekdays.filter((day) => places(service, now, [office]).some(({ counter }) => opensOn(counter, day))),
    hold: async (trx, { address, ...given }) => {
      if (!isId(given.opening)) return { status: "taken" };
      const opening = await trx.selectFrom("opening").select(["office", "counter"]).where("id", "=", given.opening).executeTakeFirst();
      if (!opening || !attends(opening.office, opening.counter, given.service)) return { status: "taken" };
      return hold(trx, rules, { ...given, ...(address === undefined ? {} : { address: personHash(key, "address", address) }) });
    },
    letGo,
    held,
    book: (trx, given) => book(trx, parts, given),
    prove: (db, given) => prove(db, parts, given),
    booking: (db, id) => bookingOf(db, rules, id),
    ofConversation: (db, conversationId, now) => ofConversation(db, rules, conversationId, now),
    change: async (trx, given) => (isId(given.opening) ? change(trx, parts, { ...given, attends }) : { status: "taken" }),
    cancel: (trx, given) => cancel(trx, parts, given),
    confirm: (trx, given) => confirm(trx, parts, given),
    join: async (trx, { office, ...asked }) => {
      const place = places(asked.service, asked.now, [office])[0];
      return place ? join(trx, parts, place, asked) : { status: "no-such-service" };
    },
    waitingOf,
    leave,
    offer: offerTo,
    accept: (trx, given) => accept(trx, parts, given),
    decline: (trx, given) => decline(trx, rules, given),
    draws: (service, now) => places(service, now).flatMap((place) => openDraws(place, service, now)),
    enter: (trx, given) => enter(trx, parts, given),
    draw: drawShown,
  };
};

const offering = (offices: readonly Office[], service: string, now: Date): { office: Office; counter: Counter }[] =>
  offices.filter((office) => isToCome(office, now)).flatMap((office) =>
    office.counters.filter(({ services }) => services.includes(service)).map((counter) => ({ office, counter })));

/** What cannot be an id is not asked of the database, which would take it for a fault. */
const isId = (id: string): boolean => /^\d{1,18}$/.test(id);

/** A dated office until its last day is over there. */
const isToCome = ({ dates, zone }: Office, now: Date): boolean => !dates || dates.to >= dayIn(zone, now);
