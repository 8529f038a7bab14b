import { useState } from "preact/hooks";
import { Window } from "../../chat/view/icons.tsx";
import type { Me } from "../contract.ts";
import type { Desk } from "../desk/desk.ts";
import { preferences } from "../preferences.ts";
import { pagesOf, pathOf, type PageName } from "../route.ts";
import { session } from "../session.ts";
import { useStore } from "../store.ts";
import { UnseenSign } from "./cases/unseen-sign.tsx";
import { PresenceSwitch } from "./desk/presence.tsx";
import { Keys, Leave, Menu, Mute, Sound } from "./icons.tsx";
import { Languages } from "./languages.tsx";
import { Link } from "./link.tsx";
import { useSpeech } from "./speech.ts";

type Props = { me: Me; page: PageName; desk: Desk | undefined; onHelp: () => void };

/** Where one is, where one can go, and how one is seen. */
export const Header = ({ me, page, desk, onHelp }: Props) => {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <header class="top">
      <div class="top-inner">
        <p class="house"><Window /><span class="house-name">{say("name")}</span></p>
        <button type="button" class="tool menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
          <Menu /><span>{say("menu")}</span>
        </button>
        <div id="menu" class={open ? "menu open" : "menu"}>
          <Pages me={me} page={page} onGo={() => setOpen(false)} />
          <div class="tools">
            {desk && me.role !== "observer" && <PresenceSwitch desk={desk} />}
            {desk && <SoundSwitch />}
            {desk && <button type="button" class="tool" aria-label={say("keys.open")} title={say("keys.open")} onClick={onHelp}><Keys /></button>}
            <Languages />
            <button type="button" class="tool" aria-label={say("sign-out")} title={say("sign-out")} onClick={() => { void session.signOut(); }}><Leave /></button>
          </div>
        </div>
      </div>
    </header>
  );
};

const Pages = ({ me, page, onGo }: { me: Me; page: PageName; onGo: () => void }) => {
  const { say } = useSpeech();
  return (
    <nav class="pages" aria-label={say("menu")} onClick={onGo}>
      {pagesOf[me.role].map((name) => (
        <Link key={name} href={pathOf(name)} {...(name === page ? { "aria-current": "page" as const } : {})}>{say(`page.${name}`)}{name === "cases" && <UnseenSign />}</Link>
      ))}
    </nav>
  );
};

const SoundSwitch = () => {
  const { say } = useSpeech();
  const { sound } = useStore(preferences);
  return (
    <button type="button" class="tool" aria-pressed={sound} aria-label={say("sound")} title={say("sound")} onClick={() => { preferences.set({ sound: !sound }); }}>
      {sound ? <Sound /> : <Mute />}
    </button>
  );
};
