/**
 * What should happen to two openings and three people, written as plainly as it can be: lists that are looked through. It
 * shares nothing with the code that it judges.
 */
export type Op =
  | { do: "hold" | "change"; who: number; opening: number }
  | { do: "book" | "cancel" | "join" | "accept" | "decline"; who: number };

type Offer = { who: number; opening: number; until: number; open: boolean };

export const createOracle = (capacity: readonly number[], { hold: holdMinutes, offer: offerMinutes, changes: most }: { hold: number; offer: number; changes: number }) => {
  const holds = new Map<number, { opening: number; until: number }>();
  const bookings = new Map<number, { opening: number; changes: number }>();
  /** In order of asking; `offered`: every opening that was ever offered. */
  let list: { who: number; state: "waiting" | "offered"; offered: number[] }[] = [];
  const offers: Offer[] = [];

  const seats = (opening: number, now: number) => {
    const booked = [...bookings.values()].filter((each) => each.opening === opening).length;
    const offered = offers.filter((each) => each.open && each.opening === opening).length;
    const held = [...holds.values()].filter((each) => each.opening === opening && each.until > now).length;
    return { booked, offered, held, free: capacity[opening]! - booked - offered - held };
  };
  const openOffer = (who: number) => offers.find((each) => each.who === who && each.open);
  const leave = (who: number) => { list = list.filter((each) => each.who !== who); };

  const giveBack = (opening: number, now: number) => {
    const next = list.find((each) => each.state === "waiting" && !each.offered.includes(opening));
    if (!next) return;
    next.state = "offered";
    next.offered.push(opening);
    offers.push({ who: next.who, opening, until: now + offerMinutes, open: true });
  };

  const act = (op: Op, now: number): string => {
    const { who } = op;
    switch (op.do) {
      case "hold": {
        holds.delete(who);
        if (seats(op.opening, now).free <= 0) return "taken";
        holds.set(who, { opening: op.opening, until: now + holdMinutes });
        return "held";
      }
      case "book": {
        const hold = holds.get(who);
        if (!hold || hold.until <= now) return "hold-over";
        if (bookings.has(who)) return "already-booked";
        holds.delete(who);
        bookings.set(who, { opening: hold.opening, changes: 0 });
        const offer = openOffer(who);
        if (offer) offer.until = now;
        else leave(who);
        return "booked";
      }
      case "cancel": {
        const booking = bookings.get(who);
        if (!booking) return "not-live";
        bookings.delete(who);
        giveBack(booking.opening, now);
        return "cancelled";
      }
      case "change": {
        const booking = bookings.get(who);
        if (!booking) return "not-live";
        if (booking.changes >= most) return "no-changes-left";
        if (booking.opening === op.opening) return "taken";
        const own = holds.get(who);
        if (own && own.opening === op.opening && own.until > now) holds.delete(who);
        else if (seats(op.opening, now).free <= 0) return "taken";
        const old = booking.opening;
        bookings.set(who, { opening: op.opening, changes: booking.changes + 1 });
        giveBack(old, now);
        return "changed";
      }
      case "join": {
        if (bookings.has(who)) return "already-booked";
        if (list.some((each) => each.who === who)) return "already-listed";
        list.push({ who, state: "waiting", offered: [] });
        return "joined";
      }
      case "accept": {
        const offer = openOffer(who);
        if (!offer || offer.until <= now) return "hold-over";
        offer.open = false;
        leave(who);
        if (bookings.has(who)) { giveBack(offer.opening, now); return "already-booked"; }
        bookings.set(who, { opening: offer.opening, changes: 0 });
        return "booked";
      }
      case "decline": {
        const offer = openOffer(who);
        if (!offer || offer.until <= now) return "nothing";
        offer.open = false;
        list.find((each) => each.who === who)!.state = "waiting";
        giveBack(offer.opening, now);
        return "declined";
      }
      default:
        return op satisfies never;
    }
  };

  /** What time does: offers that nobody answered go to the next, the earliest first. */
  const sweep = (now: number) => {
    for (;;) {
      const due = offers.filter((each) => each.open && each.until <= now).sort((a, b) => a.until - b.until)[0];
      if (!due) return;
      due.open = false;
      leave(due.who);
      giveBack(due.opening, now);
    }
  };
  const state = (now: number): string => JSON.stringify(capacity.map((_, opening) => seats(opening, now)));
  return { act, sweep, state, offerOf: (who: number) => openOffer(who) !== undefined, hasBooking: (who: number) => bookings.has(who) };
};
