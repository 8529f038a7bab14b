import { join } from "node:path";
import type { Fault } from "../../fault.ts";
import { locales } from "../../locale.ts";
import { readArticle, type Article } from "./article.ts";
import { readCatalogue, type Catalogue } from "./catalogue.ts";
import { readConfusables, type Confusables } from "./confusable.ts";
import { readLexicon, type Lexicon } from "./lexicon.ts";
import { readMoreAsks, type MoreAsks } from "./more-asks.ts";
import { readSaid, type Said } from "./said.ts";
import { filesIn, readYaml } from "./read.ts";
import { readSources, type SourceFile } from "./sources.ts";
import { templatesSchema, type Templates } from "./templates.ts";

/** What stands in the knowledge folder, parsed file by file; null where a file could not be read. */
export type Content = {
  dir: string;
  sources: Map<string, SourceFile>;
  articles: Article[];
  catalogueFile: string;
  catalogue: Catalogue | null;
  templates: Templates | null;
  lexicon: Lexicon;
  moreAsks: MoreAsks;
  said: Said;
  confusables: Confusables;
};

export const readFolder = (dir: string, faults: Fault[]): Content => {
  const catalogueFile = join(dir, "data", "services.yaml");
  return {
    dir,
    sources: readSources(dir, faults),
    articles: locales.flatMap((locale) =>
      filesIn(join(dir, locale), ".md").flatMap((file) => readArticle(file, locale, faults) ?? [])),
    catalogueFile,
    catalogue: readCatalogue(catalogueFile, faults),
    templates: readYaml(join(dir, "data", "headings.yaml"), templatesSchema, faults),
    lexicon: readLexicon(join(dir, "data"), faults),
    moreAsks: readMoreAsks(join(dir, "data"), faults),
    said: readSaid(join(dir, "data"), faults),
    confusables: readConfusables(join(dir, "data"), faults),
  };
};
