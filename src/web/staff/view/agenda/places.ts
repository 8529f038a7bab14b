/** The element of the page that stands for a booking or an opening. */
export const placeOf = (what: "booking" | "opening", id: string): string => `${what}-${id}`;
