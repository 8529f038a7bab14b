import { useEffect, useRef, useState } from "preact/hooks";
import { locales, type Locale } from "../../../../locale.ts";
import { fold } from "../../../../words.ts";
import { call, type Refusal } from "../../api.ts";
import type { Canned } from "../../contract.ts";
import { faultWords } from "../../words.ts";
import { Dialog } from "../dialog.tsx";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";

type Props = { locale: Locale; onChoose: (text: string) => void; onClose: () => void };

/** Replies that were written beforehand: found by any word of them, put into the box and never sent from here. */
export const CannedDialog = ({ locale: citizens, onChoose, onClose }: Props) => {
  const { say, locale } = useSpeech();
  const [spoken, setSpoken] = useState(citizens);
  const [sought, setSought] = useState("");
  const [found, refusal] = useCanned(spoken);
  const list = useRef<HTMLUListElement>(null);
  const shown = found?.filter(({ title, text }) => fold(sought).split(" ").every((word) => fold(`${title} ${text}`).includes(word)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll("button") ?? [])];
    all[Math.max(0, all.findIndex((one) => one === document.activeElement) + step)]?.focus();
  };
  return (
    <Dialog title={say("canned.title")} say={say} onClose={onClose} wide>
      <div class="canned" onKeyDown={onKeyDown}>
        <div class="filters">
          <p class="field grows"><label for="canned-search">{say("canned.search")}</label><input id="canned-search" type="search" value={sought} autoComplete="off" onInput={({ currentTarget }) => setSought(currentTarget.value)} /></p>
          <div class="toggle" role="group" aria-label={say("canned.language")}>
            {locales.map((one) => <button type="button" class="secondary" key={one} aria-pressed={one === spoken} onClick={() => setSpoken(one)}>{say(`language.${one}`)}</button>)}
          </div>
        </div>
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <p class="hint" role="status">{shown ? say("canned.found", { count: shown.length }) : ""}</p>
        <ul ref={list} lang={spoken}>
          {shown?.map(({ id, title, text }) => (
            <li key={id}><button type="button" onClick={() => onChoose(text)}><strong>{title}</strong><span>{text}</span></button></li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
};

const useCanned = (locale: Locale): [Canned[] | undefined, Refusal | undefined] => {
  const [found, setFound] = useState<Canned[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    let current = true;
    void call<Canned[]>("GET", `desk/canned?locale=${locale}`).then((got) => {
      if (!current) return;
      setFound(got.ok ? got.value : undefined);
      setRefusal(got.ok ? undefined : got);
    });
    return () => { current = false; };
  }, [locale]);
  return [found, refusal];
};
