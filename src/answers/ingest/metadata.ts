import { z } from "zod";
import { Refusal, type Meta } from "./blocks.ts";

const line = z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(500));
const date = z.union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)))
  .pipe(z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "must be an ISO day, month or year"));
const schema = z.object({
  title: line.optional(),
  publisher: line.optional(),
  url: z.string().regex(/^https?:\/\//, "must begin with https:// or http://").optional(),
  published: date.optional(),
});

const notTitles = /^(?:microsoft|powerpoint|presentaci[oó]n de powerpoint|untitled|sin t[ií]tulo|documento? ?\d*$|.*\.(?:docx?|pptx?|xlsx?|pdf|indd|qxd)$)/i;

/** A title that a person gave, and not the program or the file's name. */
export const isTitle = (title: string): boolean => title.length > 3 && !notTitles.test(title);

/**
 * What people wrote about a document: title, publisher, url, published. Anything else in it is passed over, unless
 * `strict`.
 * @throws Refusal that names every wrong value
 */
export const metaFrom = (value: unknown, where: string, strict = true): Meta => {
  const parsed = (strict ? schema.strict() : schema).safeParse(value ?? {});
  if (!parsed.success) {
    throw new Refusal(`${where}: ${parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`);
  }
  return Object.fromEntries(Object.entries(parsed.data).filter(([, one]) => one !== undefined));
};
