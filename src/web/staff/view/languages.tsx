import { locales } from "../../../locale.ts";
import { preferences } from "../preferences.ts";
import { sayIn } from "../words.ts";
import { useSpeech } from "./speech.ts";

export const Languages = () => {
  const { say, locale: current } = useSpeech();
  return (
    <div class="languages" role="group" aria-label={say("language.label")}>
      {locales.map((locale) => (
        <button
          type="button" lang={locale} key={locale} aria-pressed={locale === current}
          onClick={() => { preferences.set({ locale }); }}
        >
          {locale.toUpperCase()}<span class="hidden">, {sayIn(locale)(`language.${locale}`)}</span>
        </button>
      ))}
    </div>
  );
};
