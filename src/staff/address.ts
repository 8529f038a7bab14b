import type { Request } from "express";

/** Where the caller reached us. */
export const addressOf = (req: Request, publicUrl: string | undefined): string =>
  publicUrl ?? `${req.protocol}://${req.get("host") ?? "localhost"}`;
