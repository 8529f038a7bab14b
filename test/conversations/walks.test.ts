import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { questionAt } from "../../src/flow/flow.ts";
import type { ConversationState } from "../../src/conversation/state.ts";
import { samples, unfit } from "./stage/samples.ts";
import { seeded, type Chance } from "./stage/random.ts";
import { contentWithFixtures, type Said } from "./stage/stage.ts";
import { sized } from "../support/bars.ts";
import { createWalker, type WalkTurn } from "./stage/walk.ts";

const walks = sized(20_000, 500);
const mostTurns = 14;
const content = contentWithFixtures();
const flows = [...content.flows.keys()];
const walker = createWalker(content);

const commands = [
  "cancelar", "cancel", "atrás", "go back", "empezar de nuevo", "start over", "repita", "repeat", "ayuda", "help", "omitir", "skip", "menú", "menu",
  "continuar", "continue", "persona", "a person please", "gracias", "hola", "adiós", "thank you", "no entiendo", "what do you mean", "eres un inútil",
  "in English please", "en español por favor", "me equivoqué", "my e-mail is wrong", "quiero cambiar el correo", "no, marzo no, mayo",
  "quiero seguir en Telegram", "K7M4TQ", "finish first", "dejarlo para después",
];
const wishes = [
  "quiero calificar la atención", "I want to rate the service", "dirección de las oficinas", "quiero hacer un trámite", "fill in a record",
  "¿Cuántos días tienen para responder mi petición?", "How much does the cédula de extranjería cost?", "¿qué tiempo hace en la luna?", "me quiero suicidar",
];
const nonsense = ["asdf qwer", "%%%", "1", "2", "7", "99", "sí", "no", "yes", "...", "😀", " ", "no se que poner aqui", "blue banana", "__proto__", "constructor", "la la ".repeat(900)];
const values = [...Object.values(samples).flatMap((pair) => pair.flatMap(({ es, en }) => [es, en])), ...Object.values(unfit)];
const presses = [
  "stale", "person", "repeat", "dismiss", "command:help", "command:language:en", "command:language:es", "command:cancel", "command:channel", "command:nothing",
  ...flows.flatMap((flow) => [`flow:${flow}`, `resume:${flow}`, `discard:${flow}`, `finish:${flow}`, `fresh:${flow}`]),
  "flow:none", "correct:email", "correct:topic", "correct:none", "heard:answer", "heard:question", "service:none", "show:none", "skip", "",
];

/** Half the time something that is offered, so that walks go deep. */
const draw = (chance: Chance, last: WalkTurn | undefined): Said => {
  const offered = last?.replies.flatMap(({ choices }) => choices) ?? [];
  const roll = chance.next();
  if (roll < 0.3 && offered.length > 0) return { choice: chance.one(offered).value };
  if (roll < 0.4 && offered.length > 0) return { text: chance.one(offered).title };
  if (roll < 0.6) return { text: chance.one(values) };
  if (roll < 0.75) return { text: chance.one(commands) };
  if (roll < 0.83) return { text: chance.one(nonsense) };
  if (roll < 0.89) return { text: chance.one(wishes) };
  if (roll < 0.94) return { choice: chance.one(presses) };
  if (roll < 0.97) return { attachment: { kind: chance.one(["photo", "voice", "document", "sticker"]), ...(roll < 0.955 ? { file: { type: chance.one(["image/jpeg", "application/pdf", "video/mp4"]), size: 9 } } : {}) } };
  return { start: chance.one([...flows, "nothing"]) };
};

/** What is wrong after a turn; undefined when all is well. */
const wrong = (turn: WalkTurn, before: WalkTurn | undefined, state: ConversationState): string | undefined => {
  if (turn.replies.length === 0) return "nothing was said";
  if (turn.replies.some(({ locale }) => locale !== turn.response.locale)) return "two languages in one turn";
  for (const { text, ref, choices } of turn.replies) {
    if (!text.trim() || text === ref || /\{\{|undefined|\[object/.test(text)) return `"${ref}" is not put into words: ${text.slice(0, 80)}`;
    if (choices.some(({ title }) => !title.trim() || /^[\w-]+\.[\w.-]+$/.test(title))) return `a button of "${ref}" has no title`;
  }
  const [last, previous] = [turn.replies.at(-1)!, before?.replies.at(-1)];
  const isQuestion = last.ref.endsWith(".ask") || (last.choices.length > 0 && asking.test(last.ref));
  if (isQuestion && last.text === previous?.text && turn.replies.length === 1) return `"${last.ref}" is asked twice without saying why`;
  return illegal(state);
};

const asking = /^(?:repair\.(?:clarify|interrupt|resume|heard|correct-which)|answer\.which)/;

const illegal = (state: ConversationState): string | undefined => {
  const names = state.paused.map(({ cursor }) => cursor.flow);
  if (new Set(names).size < names.length) return "two drafts of one flow";
  if (state.cursor && names.includes(state.cursor.flow)) return "the open flow is also a draft";
  for (const cursor of [...(state.cursor ? [state.cursor] : []), ...state.paused.map((draft) => draft.cursor)]) {
    const flow = content.flows.get(cursor.flow);
    if (!flow || cursor.hash !== flow.hash || !cursor.at || !questionAt(flow, cursor.at)) return `stands at no question of "${cursor.flow}"`;
    if (cursor.trail.some((position) => !questionAt(flow, position))) return `remembers a question that "${cursor.flow}" has not`;
  }
  return undefined;
};

const walk = async (seed: number): Promise<{ turns: WalkTurn[]; fault?: string }> => {
  const chance = seeded(seed);
  const { say, conversation } = walker();
  const turns: WalkTurn[] = [];
  const length = 3 + chance.below(mostTurns - 2);
  for (let i = 0; i < length; i++) {
    const said: Said = i === 0 ? { start: chance.one(flows), locale: chance.one(["es", "en"]) } : draw(chance, turns.at(-1));
    try {
      const turn = await say(said);
      turns.push(turn);
      const fault = wrong(turn, turns.at(-2), conversation().state);
      if (fault) return { turns, fault };
    } catch (error) {
      return { turns, fault: `${JSON.stringify(said)}: ${String(error)}` };
    }
  }
  return { turns };
};

const printed = (turns: WalkTurn[]): string =>
  stringify(turns.map(({ said, outcome, replies }) => ({ ...said, outcome, says: replies.map(({ ref }) => ref) })));

describe("random walks", () => {
  test(`${walks} walks end in a legal state, say why they ask again, and are always in words`, { timeout: 3_600_000 }, async () => {
    let turns = 0;
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= walks; seed++) {
      const walked = await walk(seed);
      turns += walked.turns.length;
      for (const { outcome } of walked.turns) outcomes.add(outcome);
      if (walked.fault) expect.fail(`seed ${seed}: ${walked.fault}\n${printed(walked.turns)}`);
    }
    console.log(`walks: ${walks}, ${turns} turns, ${outcomes.size} different outcomes`);
    expect(turns).toBeGreaterThan(walks * 3);
    expect(outcomes.size).toBeGreaterThan(Math.min(20, walks / 10));
  });
});
