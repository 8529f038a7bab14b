import { useEffect } from "preact/hooks";
import type { Me } from "../../contract.ts";
import type { FigureSetup } from "../../figures/contract.ts";
import { keepInAddress, shown } from "../../figures/shown.ts";
import { route } from "../../route.ts";
import { useStore } from "../../store.ts";
import { Place } from "../figures/place.tsx";
import { Setup } from "../figures/setup.ts";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet } from "./sheet.tsx";

/** The figures of the service: `/staff/figures`, a page of them, one of them, or what belongs to them. */
export const FiguresPage = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const { place } = useStore(route);
  const chosen = useStore(shown);
  const setup = useLoaded<FigureSetup>("figures/setup");
  useEffect(keepInAddress, [place, chosen]);
  if (!setup.value) return <Sheet title={say("page.figures")} loaded={setup}>{null}</Sheet>;
  return <Setup.Provider value={setup.value}><Place me={me} place={place ?? "overview"} /></Setup.Provider>;
};
