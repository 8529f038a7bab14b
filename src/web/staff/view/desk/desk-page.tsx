import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { afterRender } from "../../../chat/view/after-render.ts";
import type { Refusal } from "../../api.ts";
import type { Me, Ticket } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import { goTo, pathOf, route } from "../../route.ts";
import { useStore } from "../../store.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { Context } from "./context.tsx";
import { Conversation } from "./conversation.tsx";
import { focusReply, focusQueue, moveInQueue, focusedTicket } from "./focus.ts";
import { LinkSign } from "./link-sign.tsx";
import { Queue } from "./queue.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { TicketDialogs, type Asking } from "./ticket-dialogs.tsx";

type Props = { me: Me; desk: Desk; onHelp: () => void };

/** Queue, conversation, context: side by side where there is room, one at a time where there is none. */
export const DeskPage = ({ me, desk, onHelp }: Props) => {
  const { say, locale } = useSpeech();
  const { ticket } = useStore(route);
  const state = useStore(desk.store);
  const [context, showContext] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [claimed, setClaimed] = useState<string>();
  const readable = me.role !== "observer";
  const shown = readable ? ticket : undefined;
  useEffect(() => {
    desk.select(shown);
    showContext(false);
    setRefusal(undefined);
    setAsking(undefined);
  }, [desk, shown]);
  useFocusOnLeave(shown);
  const open = state.open?.id === shown ? state.open : undefined;
  const mine = open?.detail?.ticket.advisor?.id === me.id && open.detail.ticket.state === "claimed";
  const claim = async (id: string | undefined) => {
    if (!id || !readable) return;
    const done = await desk.claim(id);
    setRefusal(done.ok ? undefined : done);
    if (!done.ok) return;
    setClaimed(id);
    goTo(pathOf("desk", id));
  };
  const ask = (what: Asking) => () => { if (mine) setAsking(what); };
  useShortcuts({
    next: () => { moveInQueue(1); }, before: () => { moveInQueue(-1); }, queue: focusQueue, reply: focusReply, help: onHelp,
    claim: () => { void claim(focusedTicket() ?? claimable(open?.detail?.ticket)); },
    canned: ask("canned"), note: ask("note"), transfer: ask("transfer"), return: ask("return"), close: ask("close"),
    suggestion: () => { showContext(true); afterRender(() => document.querySelector<HTMLElement>(".suggestion button")?.focus()); },
  });
  return (
    <div class={`desk${shown ? " has-ticket" : ""}${context ? " shows-context" : ""}`}>
      <h1 class="hidden">{say("page.desk")}</h1>
      <div class="desk-signs">
        <LinkSign state={state} />
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      </div>
      <Queue me={me} state={state} selected={shown} onClaim={(id) => { void claim(id); }} />
      {open ? (
        <>
          <Conversation
            me={me} desk={desk} open={open} pending={state.pending} context={context} justClaimed={claimed === open.id}
            onClaim={() => { void claim(open.id); }} onAsk={setAsking} onContext={() => showContext(!context)}
          />
          <Context desk={desk} open={open} canUse={mine} onUse={() => showContext(false)} onNote={ask("note")} />
          {asking && <TicketDialogs asking={asking} me={me} desk={desk} open={open} overview={state.overview} onClose={() => setAsking(undefined)} />}
        </>
      ) : <p class="pane empty">{say(readable ? "desk.choose" : "desk.observer")}</p>}
    </div>
  );
};

const claimable = (ticket: Ticket | undefined): string | undefined => (ticket?.state === "waiting" ? ticket.id : undefined);

/** Back from a conversation the focus stands at it in the queue, not at the top of the page. */
const useFocusOnLeave = (shown: string | undefined): void => {
  const before = useRef(shown);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = shown;
    if (left && !shown) document.querySelector<HTMLElement>(`.queue a[data-ticket="${CSS.escape(left)}"], .queue`)?.focus();
  }, [shown]);
};
