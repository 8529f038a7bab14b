import { useEffect, useMemo, useState } from "preact/hooks";
import { forgetShown } from "../figures/shown.ts";
import { forgetAgenda } from "../agenda/shown.ts";
import { watchAlerts } from "../cases/alerts.ts";
import { forgetInbox } from "../cases/inbox.ts";
import type { Me } from "../contract.ts";
import { openDesk, type Desk } from "../desk/desk.ts";
import { ring } from "../desk/sound.ts";
import { preferences } from "../preferences.ts";
import { pagesOf, route, type PageName } from "../route.ts";
import { useStore } from "../store.ts";
import { Announcer } from "./desk/announcer.tsx";
import { DeskPage } from "./desk/desk-page.tsx";
import { ShortcutsDialog } from "./desk/shortcuts-dialog.tsx";
import { Later } from "./figures/later.tsx";
import { Header } from "./header.tsx";
import { AccountPage } from "./pages/account.tsx";
import { AccountsPage } from "./pages/accounts.tsx";
import { AgendaPage } from "./pages/agenda.tsx";
import { AuditPage } from "./pages/audit.tsx";
import { CallbacksPage } from "./pages/callbacks.tsx";
import { CasesPage } from "./pages/cases.tsx";
import { PromisePage } from "./pages/promise.tsx";
import { ReferralsPage } from "./pages/referrals.tsx";
import { ReviewPage } from "./pages/review.tsx";
import { useSpeech } from "./speech.ts";
import { useTitle } from "./title.ts";
import { Topics, useTopicsOf } from "./topics.ts";

/** All that somebody finds who is signed in. */
export const House = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const { page: asked } = useStore(route);
  const allowed = pagesOf[me.role];
  const page = asked && allowed.includes(asked) ? asked : allowed[0]!;
  const desk = useDesk(me);
  useCases(me);
  useEffect(() => () => { forgetAgenda(); forgetShown(); }, [me.id]);
  const [helping, setHelping] = useState(false);
  useTitle(desk, page);
  const topics = useTopicsOf(desk);
  return (
    <Topics.Provider value={topics}>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>{say("skip")}</a>
      {page !== "wall" && <Header me={me} page={page} desk={desk} onHelp={() => setHelping(true)} />}
      <main id="main" tabIndex={-1} class={`page page-${page}`}>
        <Page page={page} me={me} desk={desk} onHelp={() => setHelping(true)} />
      </main>
      {desk && <Announcer desk={desk} />}
      {helping && <ShortcutsDialog onClose={() => setHelping(false)} />}
    </Topics.Provider>
  );
};

const Page = ({ page, me, desk, onHelp }: { page: PageName; me: Me; desk: Desk | undefined; onHelp: () => void }) => {
  switch (page) {
    case "desk":
      return desk ? <DeskPage me={me} desk={desk} onHelp={onHelp} /> : null;
    case "callbacks":
      return <CallbacksPage />;
    case "promise":
      return <PromisePage />;
    case "review":
      return <ReviewPage />;
    case "cases":
      return <CasesPage me={me} />;
    case "agenda":
      return <AgendaPage me={me} />;
    case "referrals":
      return <ReferralsPage me={me} />;
    case "figures":
    case "wall":
      return <Later key={page} page={page} me={me} />;
    case "accounts":
      return <AccountsPage me={me} />;
    case "audit":
      return <AuditPage />;
    case "account":
      return <AccountPage me={me} />;
    default:
      return page satisfies never;
  }
};

/** Deadlines are told of on every page; what somebody looked for is not for who comes after them. */
const useCases = (me: Me): void => {
  useEffect(() => {
    if (!pagesOf[me.role].includes("cases")) return;
    const stop = watchAlerts();
    return () => {
      stop();
      forgetInbox();
    };
  }, [me.id]);
};

/** Lives as long as somebody with a desk is signed in, whatever page is open: who waits is heard everywhere. */
const useDesk = (me: Me): Desk | undefined => {
  const desk = useMemo(() => {
    if (!pagesOf[me.role].includes("desk")) return undefined;
    return openDesk((news) => {
      if (preferences.state().sound) ring(news.some(({ kind }) => kind === "waiting") ? "waiting" : "message");
    });
  }, [me.id]);
  useEffect(() => {
    if (!desk) return;
    const hurry = () => { if (!document.hidden) desk.hurry(); };
    const events = ["online", "focus", "pageshow"];
    for (const event of events) addEventListener(event, hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      for (const event of events) removeEventListener(event, hurry);
      document.removeEventListener("visibilitychange", hurry);
      desk.stop();
    };
  }, [desk]);
  return desk;
};
