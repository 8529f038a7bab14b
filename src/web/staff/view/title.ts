import { useEffect } from "preact/hooks";
import type { Desk } from "../desk/desk.ts";
import { attention } from "../desk/news.ts";
import type { PageName } from "../route.ts";
import { useSpeech } from "./speech.ts";

/** "(2) Mesa · Ventanilla": how many wait for somebody, also while another tab is open. */
export const useTitle = (desk: Desk | undefined, page: PageName): void => {
  const { say } = useSpeech();
  useEffect(() => {
    const update = () => {
      const { overview, open } = desk?.store.state() ?? {};
      const count = overview ? attention(overview, document.hidden ? undefined : open?.id) : 0;
      document.title = `${count > 0 ? `(${count}) ` : ""}${say(`page.${page}`)} · ${say("name")}`;
    };
    update();
    return desk?.store.subscribe(update);
  });
};
