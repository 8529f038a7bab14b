import type { ErrorRequestHandler } from "express";
import { refuse } from "./answer.ts";

/** A body that cannot be read is the caller's fault, said as everything here; any other fault is ours. */
export const unreadable: ErrorRequestHandler = (fault: { status?: number }, _req, res, next) => {
  const { status = 500 } = fault;
  if (status < 400 || status >= 500 || res.headersSent) next(fault);
  else if (status === 413) refuse(res, 413, "too-large");
  else refuse(res, 422, "bad-input");
};
