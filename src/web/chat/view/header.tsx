import { locales, type Locale } from "../../../locale.ts";
import type { State } from "../screen.ts";
import type { Say } from "../words.ts";
import { Leave, Print, Restart, Window } from "./icons.tsx";

type Props = { say: Say; state: State; onSpeak: (locale: Locale, name: string) => void; onRestart: () => void; onLeave: () => void };

/** Who speaks here, in which language, and what can be done with the conversation as a whole. */
export const Header = ({ say, state, onSpeak, onRestart, onLeave }: Props) => (
  <header class="top">
    <div class="top-inner">
      <div class="house">
        <Window />
        <div>
          <h1>{say("name")}</h1>
          <p>{say("tagline")}</p>
        </div>
      </div>
      <div class="tools">
        <div class="languages" role="group" aria-label={say("language.label")}>
          {locales.map((locale) => (
            <button
              type="button" lang={locale} key={locale} aria-pressed={state.locale === locale}
              onClick={() => { if (locale !== state.locale) onSpeak(locale, say(`language.${locale}`)); }}
            >
              <span class="narrow" aria-hidden="true">{locale.toUpperCase()}</span>
              <span class="wide">{say(`language.${locale}`)}</span>
            </button>
          ))}
        </div>
        <button type="button" class="tool leave" aria-label={`${say("leave.short")}. ${say("leave.label")}`} title={say("leave.label")} aria-keyshortcuts="Escape" onClick={onLeave}>
          <Leave /><span class="wide">{say("leave.short")}</span>
        </button>
        <button type="button" class="tool" aria-label={say("print.label")} title={say("print.label")} onClick={() => print()}>
          <Print /><span class="wide">{say("print.short")}</span>
        </button>
        <button type="button" class="tool" aria-label={say("restart.label")} title={say("restart.label")} onClick={onRestart}>
          <Restart /><span class="wide">{say("restart.short")}</span>
        </button>
      </div>
    </div>
  </header>
);
