import { inbox } from "../../cases/inbox.ts";
import { useSpeech } from "../speech.ts";

/** Between the pages of a long list. */
export const Pager = ({ page, pages }: { page: number; pages: number }) => {
  const { say } = useSpeech();
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={say("cases.pager")}>
      <button type="button" class="secondary" aria-disabled={page <= 1} onClick={() => turn(page - 1, pages)}>{say("cases.earlier")}</button>
      <span>{say("cases.place", { page, pages })}</span>
      <button type="button" class="secondary" aria-disabled={page >= pages} onClick={() => turn(page + 1, pages)}>{say("cases.later")}</button>
    </nav>
  );
};

const turn = (page: number, pages: number): void => { if (page >= 1 && page <= pages) inbox.set({ page }); };
