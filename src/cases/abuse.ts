import { fold } from "../words.ts";
import type { CaseKind } from "./types.ts";

/** Where a case goes first: a complaint that tells of abuse or sexual remarks by an officer, to those who take reports. */
export const routedAs = (kind: CaseKind, story: string): CaseKind => (kind === "complaint" && abuse.test(fold(story)) ? "report" : kind);

const abuse = /(?<!\p{L})(?:acoso sexual|acos[oa]\p{L}*|sexual\p{L}*|manose\p{L}*|me toco (?:el|la|los|las)|(?:coment\p{L}*|hablo|dijo cosas) .{0,30}(?:mi cuerpo|mis piernas|mis senos)|me (?:golpe|peg)[oó]\p{L}*|harass\p{L}*|groped|touched me|(?:comment\p{L}*|remark\p{L}*) .{0,30}(?:my body|my legs|my breasts|my chest)|hit me|punched me|slapped me)(?!\p{L})/u;
