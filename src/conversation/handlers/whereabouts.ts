import { cityTold } from "../../flow/slots/city-told.ts";
import { tellsAbroad } from "../../understanding/danger/abroad.ts";
import type { Utterance } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Turn } from "../respond.ts";
import { wordsEarlier } from "./given.ts";

/** Whether somebody is outside Colombia. */
export const isOutside = async (turn: Turn): Promise<boolean> => (await placeOf(turn)) === "abroad";

/** Whether somebody may be in Bogotá: they told of no other place. */
export const mayBeInBogota = async (turn: Turn): Promise<boolean> => ["bogota", undefined].includes(await placeOf(turn));

/** Where somebody is, as they tell now, told the open flow, or wrote before, the newest words first; undefined where they told of no place. */
const placeOf = async (turn: Turn): Promise<string | undefined> => {
  const { state: { cursor }, inbound: { text = "" } } = turn;
  const now = placeTold(turn, text) ?? placeAnswered(cursor?.slots ?? {});
  return now ?? (await wordsEarlier(turn, 1)).map((words) => placeTold(turn, words)).find((place) => place !== undefined);
};

const placeTold = ({ parts: { care } }: Turn, words: string): string | undefined =>
  care.read(words).place === "abroad" ? "abroad" : cityTold(words) ?? (tellsAbroad(words) ? "abroad" : undefined);

/** What the questions of a route were answered. */
const placeAnswered = ({ city, since }: Record<string, unknown>): string | undefined =>
  typeof city === "string" ? city : since === "not-yet" ? "abroad" : undefined;

/** To who is outside Colombia no line of Colombia is answered as if it served there. */
export const withoutLinesOfHere = async (turn: Turn, response: Response): Promise<Response> => {
  if (!response.says.some(isOfLines) || !(await isOutside(turn))) return response;
  const line: Utterance = { key: "danger.perhaps-abroad" };
  const others = response.says.filter((said) => !("content" in said && said.content.endsWith(ofEmergency)));
  const choices = response.says.find((said) => "content" in said && said.content.endsWith(ofEmergency) && said.choices)?.choices;
  return { ...response, says: [choices && others.length === 0 ? { ...line, choices } : line, ...others] };
};

const isOfLines = (said: Utterance): boolean => "content" in said && said.content.startsWith("care-emergency-lines#");
const ofEmergency = "#emergency-123";
