/** Connection failures (08), a server that stops or starts (57P), too many connections (53300). */
const codes = /^(08...|57P0[0-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/;
const words = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** True when the database could not be reached, rather than refused what it was asked: the same may pass later. */
export const isAway = (fault: unknown): boolean =>
  fault instanceof Error && (("code" in fault && codes.test(String(fault.code))) || words.test(fault.message));
