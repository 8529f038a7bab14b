import { createHmac, timingSafeEqual } from "node:crypto";
import express, { type RequestHandler, type Router } from "express";
import { takeUpdate, type TakeParts } from "./take.ts";
import { updateIn } from "./update.ts";

/** `POST /channels/telegram`: 200 once the update is stored; a fault makes Telegram send it again. */
export const telegramWebhook = (parts: TakeParts, secret: string): Router => {
  const router = express.Router();
  const guard: RequestHandler = (req, res, next) => {
    if (isSame(req.get("x-telegram-bot-api-secret-token") ?? "", secret)) next();
    else res.status(401).json({ error: "wrong secret token" });
  };
  router.post("/", guard, express.json({ limit: "1mb", type: () => true }), async (req, res) => {
    const update = updateIn.safeParse(req.body);
    // What cannot be read will not be readable the next time: refusing it would only bring it back for ever.
    if (update.success) await takeUpdate(parts, update.data);
    else parts.log.warn({ paths: update.error.issues.map(({ path }) => path.join(".")) }, "telegram update not readable");
    res.status(200).json({});
  });
  return router;
};

const isSame = (given: string, secret: string): boolean => {
  const mac = (text: string) => createHmac("sha256", "telegram").update(text).digest();
  return timingSafeEqual(mac(given), mac(secret));
};
