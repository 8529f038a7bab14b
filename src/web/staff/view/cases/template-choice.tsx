import { useState } from "preact/hooks";
import { locales, type Locale } from "../../../../locale.ts";
import type { Template } from "../../cases/contract.ts";
import { Choice } from "../field.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";

/** Ready beginnings of an answer, first in the language of the case. */
export const TemplateChoice = ({ spoken, onChoose }: { spoken: Locale; onChoose: (text: string) => void }) => {
  const { say } = useSpeech();
  const [language, setLanguage] = useState(spoken);
  const { value } = useLoaded<{ templates: Template[] }>(`cases/templates?${new URLSearchParams({ locale: language })}`);
  const templates = value?.templates ?? [];
  const options = [{ value: "", title: say("draft.template-none") }, ...templates.map(({ id, title }) => ({ value: id, title }))];
  return (
    <div class="filters template-choice">
      <Choice
        label={say("draft.template")} value="" options={options}
        onChoose={(id) => { const found = templates.find((template) => template.id === id); if (found) onChoose(found.text); }}
      />
      <Choice
        label={say("draft.template-language")} value={language} options={locales.map((value) => ({ value, title: say(`language.${value}`) }))}
        onChoose={(value) => setLanguage(value as Locale)}
      />
    </div>
  );
};
