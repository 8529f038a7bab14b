import type { Choice, Cursor, Utterance } from "../../../flow/types.ts";
import type { Turn } from "../../respond.ts";
import type { Draft } from "../../state.ts";

const dayMs = 86_400_000;

/** Leaves the open flow; when something was answered, keeps it as a draft and says for how long. */
export const leave = (turn: Turn): Utterance[] => {
  const { cursor } = turn.state;
  turn.state.cursor = null;
  if (!cursor || !isWorthKeeping(turn, cursor)) return [];
  keepDraft(turn, cursor);
  return [{ key: "repair.kept", params: keptParams(turn, cursor.flow) }];
};

export const keptParams = ({ parts }: Turn, flow: string) => ({ flow: { key: `${flow}.title` }, days: parts.limits.draftDays });

/** Something was answered, and nothing yet was done that cannot be taken back. */
export const isWorthKeeping = ({ parts }: Turn, cursor: Cursor): boolean => {
  const flow = parts.flows.get(cursor.flow);
  const isDone = cursor.calls.some((made) => flow?.steps.some((step) => step.id === made.step && step.verb === "call" && step.final));
  return cursor.trail.length > 0 && !isDone;
};

export const keepDraft = (turn: Turn, cursor: Cursor): void => {
  dropDraft(turn, cursor.flow);
  turn.state.paused.push({ cursor, leftAt: turn.now.toISOString() });
};

export const dropDraft = ({ state }: Turn, flow: string): void => {
  state.paused = state.paused.filter(({ cursor }) => cursor.flow !== flow);
};

/** Drafts that have not run out and whose flow still exists, the last one first. */
export const liveDrafts = ({ state, now, parts }: Turn): Draft[] =>
  state.paused
    .filter(({ cursor, leftAt }) => parts.flows.has(cursor.flow) && Date.parse(leftAt) + parts.limits.draftDays * dayMs > now.getTime())
    .toReversed();

const mostOffered = 3;

/** "Do you want to go on where you were?", with what was left for later; undefined when nothing was. */
export const offerDrafts = (turn: Turn, more: Choice[] = []): Utterance | undefined => {
  const drafts = liveDrafts(turn).slice(0, mostOffered);
  const [first, ...others] = drafts;
  if (!first) return undefined;
  const no: Choice = { value: "dismiss", title: { key: "repair.resume.no" } };
  const { flow } = first.cursor;
  if (others.length === 0) {
    const yes: Choice = { value: `resume:${flow}`, title: { key: "repair.resume.yes" } };
    return { key: "repair.resume.offer", params: { flow: { key: `${flow}.title` } }, choices: [yes, no, ...more] };
  }
  const each = drafts.map(({ cursor }): Choice => ({ value: `resume:${cursor.flow}`, title: { key: `${cursor.flow}.title` } }));
  return { key: "repair.resume.which", choices: [...each, no, ...more] };
};

/** Keeps a flow that can be gone through again, and was left by a choice of its own for one that leads nowhere else: it is taken up when that one ends. */
export const keepLeading = (turn: Turn, cursor: Cursor | null, next: string): void => {
  if (cursor && isLeading(turn, cursor.flow, next)) keepDraft(turn, cursor);
};

/** The flow left for later that led to this one. */
export const leadingTo = (turn: Turn, ended: string | undefined): Draft | undefined =>
  ended === undefined ? undefined : liveDrafts(turn).find(({ cursor }) => isLeading(turn, cursor.flow, ended));

export const isLeading = (turn: Turn, from: string, next: string): boolean =>
  (turn.parts.flows.get(from)?.keeps.length ?? 0) > 0 && nextOf(turn, from).includes(`flow:${next}`) && nextOf(turn, next).length === 0;

const nextOf = ({ parts }: Turn, flow: string): string[] =>
  (parts.flows.get(flow)?.steps ?? []).flatMap((step) => (step.verb === "choose" ? Object.values(step.to).filter((to) => to.startsWith("flow:")) : []));
