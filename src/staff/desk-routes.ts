import type { File } from "../conversation/files.ts";
import type { OnBehalf } from "../conversation/behalf.ts";
import type { Readings } from "../conversation/reading.ts";
import type { Desk } from "../desk/desk.ts";
import type { Locale } from "../locale.ts";
import { behalfRoutes } from "./desk/behalf.ts";
import { boardRoutes } from "./desk/board.ts";
import { callbackRoutes } from "./desk/callbacks.ts";
import { ticketRoutes } from "./desk/tickets.ts";
import { videoCallRoutes } from "./desk/video.ts";
import { wordRoutes } from "./desk/words.ts";
import type { StaffRoute } from "./route.ts";

export type DeskRouteParts = {
  desk: Desk;
  readings: Readings;
  /** The bytes that an advisor sends, when they may be handed on. */
  readable: (bytes: Uint8Array, name: string) => File | undefined;
  /** The file of a citizen's or an advisor's message. */
  open: (conversationId: string, seq: number) => Promise<File | undefined>;
  canned: (locale: Locale) => { id: string; title: string; text: string }[];
  /** Calls back after each change of the desk, on any replica, until the returned function is called. */
  onChange: (listener: () => void) => () => void;
  /** Shows the citizen that somebody is writing. */
  typing: (conversationId: string, channel: string) => void;
  /** The address of a link to a video call. */
  videoLink: (token: string) => string;
  /** Runs flows for citizens. */
  behalf: OnBehalf;
};

/** The desk under `/staff/api/desk`. */
export const deskRoutes = (parts: DeskRouteParts): StaffRoute[] =>
  [...boardRoutes(parts), ...ticketRoutes(parts), ...wordRoutes(parts), ...videoCallRoutes(parts), ...behalfRoutes(parts), ...callbackRoutes(parts)];
