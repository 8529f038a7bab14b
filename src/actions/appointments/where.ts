import type { Office } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import { coordinatesOf, nameOf } from "../../flow/slots/venue.ts";
import type { ActionResult, Choice, Param, Utterance } from "../../flow/types.ts";
import { options } from "../row.ts";
import { kmBetween } from "./distance.ts";
import type { AppointmentParts } from "./parts.ts";
import { officeOption, officeShown } from "./shown.ts";

export const whereTexts = ["none-here", "no-video", "no-mobile", "near-1", "near-2", "near-3", "away", "away-dated"].map((key) => `booking.offices.${key}`);

/** Offices for the service at the place that was asked for; where none is, the nearest by distance, what comes near, and video. */
export function offices({ appointments }: AppointmentParts, { slots, now }: ActionTurn): ActionResult {
  const found = [...new Map(appointments.offering(String(slots.service), now).map(({ office }) => [office.id, office])).values()];
  if (found.length === 0) return { to: "none" };
  const place = String(slots.place === "nearest" ? slots.town : slots.place);
  const here = found.filter((office) => isAt(office, place));
  if (here.length === 1) return { slots: { offices: choices(here), office: here[0]!.id } };
  if (here.length > 1) return { slots: { offices: choices(here) } };
  return elsewhere(found, place);
}

const isAt = ({ kind, city }: Office, place: string): boolean =>
  place === "video" ? kind === "video" : place === "mobile" ? kind === "mobile-unit" || kind === "fair" : city === place;

const choices = (some: Office[]) => options(some.map((one): Choice => ({ value: one.id, title: officeOption(one) })));

const mostNear = 3;

/** A dated office counts where it comes not much farther than this. */
const nearKm = 150;

type Away = { office: Office; km: number };

const elsewhere = (found: Office[], place: string): ActionResult => {
  const at = coordinatesOf(place);
  const away = found.flatMap((office): Away[] => {
    const its = coordinatesOf(office.city ?? "");
    return at && its ? [{ office, km: kmBetween(at, its) }] : [];
  }).toSorted((a, b) => a.km - b.km);
  const standing = away.filter(({ office }) => !office.dates).slice(0, mostNear);
  const dated = away.filter(({ office, km }) => office.dates && km <= nearKm).slice(0, 1);
  const video = found.filter(({ kind }) => kind === "video");
  const near = [...standing, ...dated].slice(0, mostNear);
  const offered = near.length > 0 ? [...near.map(({ office }) => office), ...video.filter(() => place !== "video")] : found.filter(({ dates }) => !dates).slice(0, 8);
  return { slots: { offices: choices(offered.length > 0 ? offered : found) }, says: [told(place, near)] };
};

const told = (place: string, near: Away[]): Utterance => {
  if (place === "video" || place === "mobile") return { key: `booking.offices.no-${place}` };
  return { key: "booking.offices.none-here", params: { place: nameOf(place), near: listed(near) } };
};

const listed = (near: Away[]): Param => {
  const each = near.map(({ office, km }): Param => (
    { key: `booking.offices.${office.dates ? "away-dated" : "away"}`, params: { office: officeShown(office), km: rounded(km), ...(office.dates && { from: { date: office.dates.from }, to: { date: office.dates.to } }) } }
  ));
  const [first, second, third] = each;
  if (first === undefined) return "";
  return { key: `booking.offices.near-${each.length}`, params: { first, ...(second !== undefined && { second }), ...(third !== undefined && { third }) } };
};

/** A straight line is no road: what is told is round. */
const rounded = (km: number): number => (km < 20 ? Math.max(1, Math.round(km)) : km < 100 ? Math.round(km / 5) * 5 : Math.round(km / 10) * 10);
