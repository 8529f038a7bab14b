import { createStore } from "../store.ts";
import { comparisons, spans, type Comparison, type Page, type Span } from "./contract.ts";
import type { SavedView } from "../../../figures/types.ts";

/** What is chosen above the figures; "" for all. `span` "" is a period of its own, from `from` to `to`. */
export type Shown = { span: Span | ""; from: string; to: string; against: Comparison; channel: string; locale: string; topic: string };

const first: Shown = { span: "last-28-days", from: "", to: "", against: "previous", channel: "", locale: "", topic: "" };

/** As an address or the API has it. */
export const queryOf = ({ span, from, to, against, channel, locale, topic }: Shown): URLSearchParams =>
  new URLSearchParams({ ...(span ? { span } : { from, to }), against, ...(channel && { channel }), ...(locale && { locale }), ...(topic && { topic }) });

const read = (search: string): Shown => {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? "";
  const own = given.has("from") && given.has("to");
  return {
    span: own ? "" : (spans.find((span) => span === given.get("span")) ?? first.span), from: own ? text("from") : "", to: own ? text("to") : "",
    against: comparisons.find((one) => one === given.get("against")) ?? first.against, channel: text("channel"), locale: text("locale"), topic: text("topic"),
  };
};

export const shown = createStore<Shown>(read(location.search));

/** So that an address copied from above, or asked for again, shows the same. */
export const keepInAddress = (): void => {
  history.replaceState(null, "", `${location.pathname}?${queryOf(shown.state())}`);
};

/** What somebody chose is not for who comes after them. */
export const forgetShown = (): void => { shown.set(first); };

/** What is chosen, as a view that can be kept. */
export const viewFrom = (page: Page, { span, from, to, against, channel, locale, topic }: Shown): { page: Page; period: object | string; against: Comparison; slice: object } => ({
  page, period: span || { from, to }, against, slice: { ...(channel && { channel }), ...(locale && { locale }), ...(topic && { topic }) },
});

/** Shows what a kept view holds. */
export const showView = ({ view: { period, against, slice } }: SavedView): void => {
  const own = typeof period === "string" ? { span: period, from: "", to: "" } : { span: "" as const, ...period };
  shown.set({ ...own, against, channel: slice.channel ?? "", locale: slice.locale ?? "", topic: slice.topic ?? "" });
};
