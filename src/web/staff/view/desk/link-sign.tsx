import type { DeskState } from "../../desk/desk.ts";
import { faultWords } from "../../words.ts";
import { useSpeech } from "../speech.ts";

/** Says when the desk is not followed at the moment: what is on screen may be old. */
export const LinkSign = ({ state: { link, fault, overview } }: { state: DeskState }) => {
  const { say, locale } = useSpeech();
  const words = link === "lost" ? say("desk.link-lost") : fault && faultWords(fault, locale);
  return <p class={words ? "link-sign" : "link-sign quiet"} role="status">{words ?? (overview ? "" : say("desk.loading"))}</p>;
};
