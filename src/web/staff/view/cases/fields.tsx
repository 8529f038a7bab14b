import { useId } from "preact/hooks";

type WordsProps = { label: string; name: string; most: number; hint?: string; lang?: string; rows?: number };

/** A box for more than one line. */
export const Words = ({ label, name, most, hint, lang, rows = 5 }: WordsProps) => {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name={name} rows={rows} maxLength={most} required {...(lang ? { lang } : {})} {...(hint ? { "aria-describedby": `${id}-hint` } : {})} />
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
    </p>
  );
};

type PickProps = { label: string; name: string; value?: string; options: { value: string; title: string }[] };

/** A choice that is sent with its form. */
export const Pick = ({ label, name, value, options }: PickProps) => {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map((option) => <option key={option.value} value={option.value} selected={option.value === value}>{option.title}</option>)}
      </select>
    </p>
  );
};
