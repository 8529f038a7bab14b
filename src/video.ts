import express, { type Request, type Response, type Router } from "express";
import type { VideoLink } from "./desk/video.ts";
import type { Locale } from "./locale.ts";
import { pageOf, sayer } from "./noscript/page.ts";
import { preferredOf, sendPrivate } from "./noscript/send.ts";
import type { Texts } from "./text.ts";

export type VideoPageParts = {
  video: { look: (token: string) => Promise<VideoLink | undefined>; open: (token: string) => Promise<{ room: string } | VideoLink | undefined> };
  texts: Texts;
  /** The address of a room, with `{room}` where its name goes. */
  videoUrl: string;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
};

const tries = [60, 60] as const;

/**
 * The page behind a link to a video call, mounted at `/video`. What looks at a link (a mail scanner, a preview) changes
 * nothing: only the button, a POST, opens the room.
 */
export const videoRoutes = (parts: VideoPageParts): Router => {
  const router = express.Router();
  router.get("/:token", (req, res) => show(parts, req, res));
  router.post("/:token", (req, res) => press(parts, req, res));
  return router;
};

const show = async (parts: VideoPageParts, req: Request<{ token: string }>, res: Response): Promise<void> => {
  if (!(await mayTry(parts, req))) return page(parts, res, 429, "busy", preferredOf(req));
  const link = await parts.video.look(req.params.token);
  return link ? shown(parts, res, link, 200) : page(parts, res, 404, "unknown", preferredOf(req));
};

const press = async (parts: VideoPageParts, req: Request<{ token: string }>, res: Response): Promise<void> => {
  if (!(await mayTry(parts, req))) return page(parts, res, 429, "busy", preferredOf(req));
  const opened = await parts.video.open(req.params.token);
  if (!opened) return page(parts, res, 404, "unknown", preferredOf(req));
  if (!("room" in opened)) return shown(parts, res, opened, 409);
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  res.redirect(303, parts.videoUrl.replaceAll("{room}", opened.room));
};

const mayTry = ({ allow }: VideoPageParts, req: Request): Promise<boolean> => allow(`video:${req.ip}`, ...tries);

const shown = (parts: VideoPageParts, res: Response, link: VideoLink, refused: number): void => {
  const { state, locale } = link;
  switch (state) {
    case "ready":
      return page(parts, res, 200, "ready", locale, link);
    case "early":
      return page(parts, res, refused, "early", locale, link);
    case "used":
    case "over":
      return page(parts, res, 410, state, locale);
    default:
      return state satisfies never;
  }
};

const page = ({ texts, videoUrl }: VideoPageParts, res: Response, status: number, what: string, locale: Locale, link?: VideoLink): void => {
  const say = sayer(texts, locale, "video");
  const body = link?.state === "ready"
    ? `<p>${say(`for.${link.side}`)}</p><p>${say("needs")}</p><p>${say("ready")}</p><form method="post"><button>${say("open")}</button></form><p>${say("until", at(link.until, locale))}</p>`
    : `<p>${say(what, link ? at(link.opensAt, locale) : {})}</p>`;
  const title = say("title");
  sendPrivate(res, status, pageOf({ locale, title, style, body: `<main><h1>${title}</h1>${body}</main>` }), `'self' ${new URL(videoUrl).origin}`);
};

const at = (instant: Date, locale: Locale) => ({
  day: { date: instant.toISOString() },
  time: new Intl.DateTimeFormat(locale === "es" ? "es-CO" : "en-US", { hour: "numeric", minute: "2-digit", timeZone: "America/Bogota" }).format(instant),
});

const style = ":root{color-scheme:light dark}body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;background:light-dark(#edf1f0,#0e181b);color:light-dark(#14262b,#e9f0f0)}"
  + "main{max-width:34rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem}"
  + "button{font:inherit;font-weight:600;padding:.75rem 1.25rem;border:0;border-radius:.875rem;background:light-dark(#0b4a53,#84d3d8);color:light-dark(#fff,#06262b);cursor:pointer}"
  + "button:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}";
