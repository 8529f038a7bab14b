import type { Identity, Person } from "../../cases/types.ts";
import { filesIn } from "../../flow/slots/files.ts";
import type { Json, Param, Slots } from "../../flow/types.ts";

const lineNames = ["asks", "when", "where", "files", "reach", "need"] as const;

/** The texts of a summary that depend on what was told. */
export const reviewTexts = [
  ...["anonymous", "named", "reserved"].map((who) => `file-case.who.${who}`), "file-case.who.with-document", ...lineNames.map((name) => `file-case.line.${name}`), "file-case.line.who", "file-case.line.also",
  ...["none", "address", "document", "both"].map((what) => `file-case.missing.${what}`), "file-case.term.days", "file-case.term.none",
];

/** Who files it. Of a document only its last signs are shown, of a reserved name only its initials. */
const whoOf = (identity: Identity): Json => {
  if (identity.is === "anonymous") return { key: "file-case.who.anonymous" };
  const { name, document } = identity.person;
  const shown = identity.is === "reserved" ? initials(name) : name;
  const who: Param = document ? { key: "file-case.who.with-document", params: { name: shown, document: `${document.type} ${masked(document.number, 4)}` } } : shown;
  return { key: `file-case.who.${identity.is}`, params: { who } } as Json;
};

/** What else will be filed, a line each, and by whom; what was not said has none. */
export const linesOf = (slots: Slots, identity: Identity): Param => {
  const who = whoOf(identity) as Param;
  const value = (slot: string): Param | undefined => (slots[slot] ? String(slots[slot]) : undefined);
  const files = filesIn(slots["evidence"]).length;
  const given: Record<(typeof lineNames)[number], Param | undefined> = {
    asks: value("wish") ?? value("asked"), when: value("happened"), where: value("place"),
    files: files > 0 ? { key: "repair.file.count", params: { count: files } } : undefined,
    reach: identity.is === "anonymous" ? undefined : reachOf(identity.person),
    need: slots["attention"] === "yes" ? value("need") : undefined,
  };
  return lineNames.reduceRight<Param>((rest, name) => {
    const said = given[name];
    return said === undefined ? rest : { key: "file-case.line.also", params: { line: { key: `file-case.line.${name}`, params: { value: said } }, rest } };
  }, { key: "file-case.line.who", params: { who } });
};

const reachOf = ({ email, phone, address }: Person): string | undefined => {
  const [account = "", domain = ""] = email?.split("@") ?? [];
  const known = [email && `${account.slice(0, 2)}•••@${domain}`, phone && masked(phone, 4), address].filter(Boolean);
  return known.length > 0 ? known.join(", ") : undefined;
};

/** All but the last signs hidden. */
const masked = (text: string, shown: number): string => `${"•".repeat(Math.max(0, text.length - shown))}${text.slice(-shown)}`;

const initials = (name: string): string => name.split(/\s+/u).map((part) => `${part[0] ?? ""}.`).join(" ");
