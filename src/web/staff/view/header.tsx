import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Window } from "../../chat/view/icons.tsx";
import type { Me } from "../contract.ts";
import type { Desk } from "../desk/desk.ts";
import { preferences } from "../preferences.ts";
import { menuOf, pathOf, type PageName } from "../route.ts";
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
  const { first, more } = menuOf(me.role);
  const links = (names: readonly PageName[]) => names.map((name) => (
    <Link key={name} href={pathOf(name)} {...(name === page ? { "aria-current": "page" as const } : {})}>{say(`page.${name}`)}{name === "cases" && <UnseenSign />}</Link>
  ));
  return (
    <nav class="pages" aria-label={say("menu")} onClick={onGo}>
      {links(first)}
      {more.length > 0 && <More key={page} hasCurrent={more.includes(page)}>{links(more)}</More>}
    </nav>
  );
};

/** The rest of the menu, behind a button; closes when somebody goes elsewhere or presses Escape. */
const More = ({ hasCurrent, children }: { hasCurrent: boolean; children: ComponentChildren }) => {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => { if (!place.current?.contains(target as Node)) setOpen(false); };
    for (const event of ["focusin", "pointerdown"]) addEventListener(event, leave);
    return () => { for (const event of ["focusin", "pointerdown"]) removeEventListener(event, leave); };
  }, [open]);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !open) return;
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={place} class="menu-more" onKeyDown={onKeyDown}>
      <button type="button" class={hasCurrent ? "more-button current" : "more-button"} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{say("more")}<span aria-hidden="true"> ▾</span></button>
      <div id={id} class={open ? "more-pages open" : "more-pages"}>{children}</div>
    </div>
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
