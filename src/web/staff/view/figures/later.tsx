import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../contract.ts";
import { Fault } from "../field.tsx";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";

type Page = ComponentType<{ me: Me }>;
const pages: Record<"figures" | "wall", () => Promise<Page>> = {
  figures: async () => (await import("../pages/figures.tsx")).FiguresPage,
  wall: async () => (await import("../pages/wall.tsx")).WallPage,
};

/** Pages with charts, fetched when somebody opens one: nobody else waits for the library that draws. */
export const Later = ({ page, me }: { page: keyof typeof pages; me: Me }) => {
  const { say } = useSpeech();
  const [Loaded, setLoaded] = useState<Page>();
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    pages[page]().then((loaded) => setLoaded(() => loaded), () => setAway(true));
  }, [page]);
  if (Loaded) return <Loaded me={me} />;
  return <Sheet title={say(`page.${page}`)}>{isAway ? <Fault>{say("figures.away")}</Fault> : <p role="status">{say("loading")}</p>}</Sheet>;
};
