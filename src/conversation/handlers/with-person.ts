import type { Utterance } from "../../flow/types.ts";
import { compilePhrases } from "../../understanding/phrases.ts";
import { wordsIn } from "../../understanding/spoken.ts";
import type { Claimed } from "../desk.ts";
import type { Response } from "../response.ts";
import type { Handler, Turn } from "../respond.ts";
import { says, saysAside } from "../saying.ts";
import { danger } from "./danger.ts";
import { askAgain, startFlow } from "./moving.ts";
import { placeOf, toVideo, waysOn } from "./person.ts";

/** Danger is answered whoever has the conversation; where it waits for a person or is with one, they are told. */
export const dangerAtDesk: Handler = async (turn) => {
  const response = await danger(turn);
  if (!response) return undefined;
  const { conversationId } = turn.inbound;
  if (!(await turn.parts.desk.flag(turn.trx, conversationId, response.outcome, turn.now))) return response;
  turn.tellDesk();
  const at = await turn.parts.desk.at(turn.trx, conversationId);
  if (at?.state !== "claimed") return response;
  return { ...response, state: { ...turn.state, offered: [] }, says: response.says.map((said) => ({ ...said, choices: [] })) };
};

/** While a person has the conversation, words go to that person and the bot is silent; while it waits, the place may be asked. */
export const withPerson: Handler = async (turn) => {
  const at = await turn.parts.desk.at(turn.trx, turn.inbound.conversationId);
  if (!at) return undefined;
  return at.state === "claimed" ? conversing(turn, at) : waiting(turn);
};

/** A press on what the desk offered: `wait`, `place`, `video` or `leave`. */
export const atDesk = async (turn: Turn, what: string): Promise<Response | undefined> => {
  const at = await turn.parts.desk.at(turn.trx, turn.inbound.conversationId);
  if (what === "leave") return at && leave(turn, at.state);
  if (what === "video") return toVideo(turn);
  return what === "wait" || what === "place" ? where(turn, what === "wait") : undefined;
};

/** A person of the desk has done: the survey follows, or what was open before. */
export const handBack = async (turn: Turn, how: HandedBack): Promise<Response> => {
  switch (how.as) {
    case "closed": {
      const started = await startFlow(turn, "goodbye");
      return { ...started, says: [{ key: "desk.closed", params: { name: how.name } }, ...started.says] };
    }
    case "ended":
      return says(turn, [{ key: "desk.ended" }], "handed-off-ended");
    case "silent":
      return says(turn, [{ key: "desk.silent" }], "handed-off-ended");
    case "returned":
      return backToBot(turn, { key: "desk.returned", params: { name: how.name } });
    default:
      return how satisfies never;
  }
};

/** closed: with the survey · ended: without · silent: nobody wrote any more · returned: the bot goes on. */
export type HandedBack = { as: "closed" | "returned"; name: string } | { as: "ended" | "silent" };

const conversing = (turn: Turn, at: Claimed): Promise<Response> | Response => {
  const { text = "", choice, start, attachment } = turn.inbound;
  if (choice === "desk:leave" || (choice === undefined && isLeaving.isAll(wordsIn(text)))) return leave(turn, at.state);
  if (choice === "desk:video" || turn.understood.command?.name === "video") return toVideo(turn);
  turn.tellDesk();
  if (start !== undefined) return saysAside(turn, [{ key: "desk.with", params: { name: at.name } }], "handed-off-conversing");
  const isRefused = attachment !== undefined && attachment.file === undefined;
  return saysAside(turn, isRefused ? [{ key: "desk.file-refused" }] : [], "handed-off-conversing");
};

const waiting = (turn: Turn): Promise<Response | undefined> | Response | undefined => {
  const { text = "", choice, attachment } = turn.inbound;
  if (choice !== undefined || turn.inbound.start !== undefined) return undefined;
  if (attachment?.file && text.trim() === "") {
    turn.tellDesk();
    return saysAside(turn, [{ key: "desk.file-kept" }], "handed-off-waiting");
  }
  const words = wordsIn(text);
  if (isAskingPlace.isAll(words)) return where(turn, false);
  return isLeaving.isAll(words) && !turn.state.cursor ? leave(turn, "waiting") : undefined;
};

const where = async (turn: Turn, isStaying: boolean): Promise<Response | undefined> => {
  const at = await turn.parts.desk.place(turn.trx, turn.inbound.conversationId, turn.now);
  if (!at) return undefined;
  const said = isStaying ? [{ key: "desk.stay" }] : placeOf(at, turn.spoken());
  const choices = waysOn(turn, ["desk:place", "flow:callback", "desk:leave"]);
  return says(turn, said.map((each, i) => (i < said.length - 1 ? each : { ...each, choices })), "handed-off-waiting");
};

const leave = async (turn: Turn, from: "waiting" | "claimed"): Promise<Response> => {
  await turn.parts.desk.leave(turn.trx, turn.inbound.conversationId, turn.now, "citizen");
  turn.tellDesk();
  return backToBot(turn, { key: `desk.left.${from}` });
};

const backToBot = async (turn: Turn, said: Utterance): Promise<Response> => {
  const choices = [
    { value: "command:menu", title: { key: "repair.button.menu" } }, { value: "person", title: { key: "channel.choice.person" } },
  ];
  return (await askAgain(turn, "handed-off-ended", [said])) ?? says(turn, [{ ...said, choices }], "handed-off-ended");
};

const isLeaving = compilePhrases([
  "(salir|salirme|me salgo|quiero salir|salir del chat|salir de la fila|dejar la fila|ya no quiero esperar|no quiero esperar [mas])",
  "[quiero|prefiero|deseo] (volver|regresar|seguir) (al|con el) (bot|asistente|robot|ventanilla|chat automatico)",
  "(exit|leave|quit|leave the (chat|queue|line)|i dont want to wait [anymore]|stop waiting)",
  "[i want to|take me|go|let me go|id like to go] back to the (bot|assistant|robot|virtual assistant)",
]);

const isAskingPlace = compilePhrases([
  "[y|pero|oiga|disculpe|hola] (cuanto|cuanto tiempo) [me] (falta|demora*|tarda*|toca esperar|hay que esperar|debo esperar|tengo que esperar|falta para que me atiendan) [mas|todavia|para que me atiendan]",
  "[y] (en) (que|cual) (turno|puesto|lugar) (voy|estoy|quede) [de la fila]",
  "[y] (que|cual es mi) (turno|puesto|lugar) [tengo] [en la fila]",
  "[y] (mi turno|cuantas personas hay [antes|delante|adelante] [de mi]|cuantos hay [antes|delante|adelante] [de mi]|todavia no [me atienden]|ya casi)",
  "[and|but|so|hi] how (long|much longer|much time) [do i have to wait|do i wait|will it take|until someone comes|is the wait|to wait|is left|left|more|until my turn|must i wait]",
  "[and] (what is|whats) (my place|my turn|my position|the wait|the waiting time) [in (line|the line|the queue|queue)]",
  "[and] (my place|my turn|my position) [in (line|the line|the queue|queue)]",
  "[and] (how many people are (ahead|before|in front) [of] [me]|when is [it] my turn|am i next)",
]);
