import { pino } from "pino";

/** Never log a citizen's words, name, e-mail, document, or a token: say what happened and to which record. */
export const createLog = (level: string) =>
  pino({
    level,
    redact: {
      paths: ["*.text", "*.token", "*.secret", "*.password", "*.email", "*.phone", "*.name", "req.headers"],
      remove: true,
    },
  });

export type Log = ReturnType<typeof createLog>;
