/** Why no answer came of the endpoint. */
export type EndpointFault = "timeout" | "limited" | "away" | "refused" | "junk";

/** What an error of the endpoint was, by its kind; its words may quote what was sent and are left alone. */
export const faultOf = (error: unknown): EndpointFault => {
  const { name = "", status, constructor } = (error ?? {}) as { name?: string; status?: number; constructor?: { name?: string } };
  if (/Timeout|Abort/.test(`${name} ${constructor?.name ?? ""}`)) return "timeout";
  if (["SyntaxError", "ZodError", "$ZodError"].includes(name)) return "junk";
  if (status === 429) return "limited";
  if (status !== undefined && status >= 400 && status < 500) return "refused";
  return "away";
};

/** Whether the same request may go better a moment later. */
export const isPassing = (fault: EndpointFault): boolean => fault === "limited" || fault === "away";
