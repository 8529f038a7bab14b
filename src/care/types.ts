import type { Bilingual } from "../locale.ts";
import type { Dimension, Word } from "./profile.ts";

/** A source of the registry, with the article or page. */
export type Cited = { source: string; article?: string | undefined };

/** The words that a profile must hold, by dimension; each named dimension must hold one of its words. */
export type Conditions = { [D in Dimension]?: Word<D>[] | undefined };

/** Something to say that has sources: a right, what to do after a no. */
export type Backed = Bilingual & { sources: Cited[] };

/** Who helps. Its line, address, page or way to be found; `unknown` where its address today is not known. */
export type Helper = {
  id: string;
  name: Bilingual;
  gives: Bilingual;
  line?: { number: string; passage: string } | undefined;
  address?: Bilingual | undefined;
  reach?: Bilingual | undefined;
  url?: string | undefined;
  chat?: true | undefined;
  unknown?: true | undefined;
  /** Its id in `institutions.yaml` or `services.yaml`, where it stands there too. */
  institution?: string | undefined;
  sources: Cited[];
};

/** One thing to do. `at`: for whom is in Colombia, for whom is not, or for both. */
export type Step = {
  id: string;
  at: "colombia" | "abroad" | "anywhere";
  when: Conditions;
  /** Not for who fits one of these. */
  unless?: Conditions[] | undefined;
  /** For whom it stands before all that saves no life. */
  first?: Conditions | undefined;
  order: number;
  danger: boolean;
  title: Bilingual;
  text: Bilingual;
  helpers: Helper[];
  bring: Bilingual[];
  right: Backed;
  refused: Backed;
  /** Of the step, its helpers, its right and what to do after a no: each once. */
  sources: Cited[];
};

export type Routes = { steps: Step[]; unknown: Bilingual };
