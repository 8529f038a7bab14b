import express, { type RequestHandler } from "express";

/** No NUL and no half of a surrogate pair: PostgreSQL stores neither. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();

/** Reads a JSON body of at most `limit`, its texts storable. */
export const jsonBody = (limit: string): RequestHandler =>
  express.json({ limit, reviver: (_key, value: unknown) => (typeof value === "string" ? storable(value) : value) });
