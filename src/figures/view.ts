import { z } from "zod";
import { addDays, isDay } from "../calendar.ts";
import { locales } from "../locale.ts";
import { comparisons, pages, spans, type View } from "./types.ts";

/** A period that a view may have: a few years, so that it is told in a bearable number of parts. */
const mostDays = 1830;

const day = z.string().refine(isDay, "write a day as 2026-11-23");
const days = z.strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "it ends before it begins" })
  .refine(({ from, to }) => !isDay(from) || to <= addDays(from, mostDays), { path: ["to"], message: "at most five years" });
const id = z.string().regex(/^[\w-]{1,60}$/, "is no id");

/** A span by its name, or two days. */
export const periodSchema = z.union([z.enum(spans), days], { error: "name a period, or give its two days" });

/** The part of everything that is looked at. */
export const sliceSchema = z.strictObject({ channel: id.exactOptional(), locale: z.enum(locales).exactOptional(), topic: id.exactOptional() });

/** A view as somebody sends it. */
export const viewSchema: z.ZodType<View> = z.strictObject({ page: z.enum(pages), period: periodSchema, against: z.enum(comparisons), slice: sliceSchema });
