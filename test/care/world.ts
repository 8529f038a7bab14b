import { join } from "node:path";
import { readSources } from "../../src/answers/content/sources.ts";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { loadCare } from "../../src/care/care.ts";
import { coherent, dimensions, type Profile } from "../../src/care/profile.ts";

export const knowledge = join(import.meta.dirname, "../../knowledge");

const { passages } = loadKnowledge(knowledge).knowledge;

export const sources = new Map([...readSources(knowledge, [])].map(([key, { source }]) => [key, source]));

/** The routes as the service loads them. */
export const care = loadCare(knowledge, sources, (pair) =>
  (passages.find((passage) => passage.pair === pair)?.cites ?? []).map(({ source, article }) => ({ source: source.key, article })));

/** Every profile that does not contradict itself, with one need: need × who × since × paper × condition × place, and of what a story is about each word alone. */
export const profiles = (): Profile[] => {
  const seen = new Map<string, Profile>();
  for (const need of dimensions.need) for (const who of dimensions.who) for (const since of dimensions.since) for (const paper of dimensions.paper) {
    for (const condition of [[], ["child"], ["pregnant"], ["disability"], ["older"], ["child", "pregnant", "disability", "older"]] as Profile["condition"][]) {
      for (const place of dimensions.place) {
        const profile = coherent({ need: [need], who, since, paper, condition, matter: [], place });
        seen.set(JSON.stringify(profile), profile);
      }
    }
  }
  for (const need of dimensions.need) for (const matter of dimensions.matter) for (const who of dimensions.who) for (const paper of dimensions.paper) {
    for (const [since, place] of [["unsaid", "unsaid"], ["year", "bogota"], ["longer", "bucaramanga"], ["arrived", "other"], ["not-yet", "abroad"]] as [Profile["since"], Profile["place"]][]) {
      const profile = coherent({ need: [need], who, since, paper, condition: [], matter: [matter], place });
      seen.set(JSON.stringify(profile), profile);
    }
  }
  return [...seen.values()];
};
