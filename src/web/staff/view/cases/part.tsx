import type { ComponentChildren } from "preact";

/** A part of a case under its own heading. */
export const Part = ({ title, children }: { title: string; children: ComponentChildren }) => <section class="part"><h2>{title}</h2>{children}</section>;

/** Facts by name; those without a value are left out. */
export const Facts = ({ rows }: { rows: [name: string, value: ComponentChildren][] }) => (
  <dl class="facts">{rows.map(([name, value]) => value != null && value !== "" && value !== false && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
);
