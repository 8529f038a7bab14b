import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";

type Props = { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>;

/** A box with its name above and, where it helps, a hint below. */
export const Field = ({ label, hint, ...input }: Props) => {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input id={id} {...input} {...(hint ? { "aria-describedby": `${id}-hint` } : {})} />
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
    </p>
  );
};

type ChoiceProps = { label: string; value: string; options: { value: string; title: string }[]; onChoose: (value: string) => void };

export const Choice = ({ label, value, options, onChoose }: ChoiceProps) => {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}
      </select>
    </p>
  );
};

/** Said at once by a screen reader. Stands there empty until there is something to say. */
export const Fault = ({ children }: { children?: ComponentChildren }) => <p class="fault" role="alert">{children}</p>;
