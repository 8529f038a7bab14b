import type { Alert, Behind, Choice, FlowPath, Look, LookedFigure, Page, Plan, Point, QualityShares, RedactedConversation, SampleHead, SampleItem, SavedView, Wall } from "../../../figures/types.ts";
import type { Bilingual } from "../../../locale.ts";
import type { FollowUp, Target } from "../../../metrics/targets/types.ts";
import type { Figure, Indicator, Measured } from "../../../metrics/types.ts";

export { comparisons, spans, type Comparison, type Page, type Span } from "../../../figures/types.ts";
export type { Indicator, Unit } from "../../../metrics/types.ts";

/** As it came over the line: instants are ISO strings. */
export type Told<T> = T extends Date ? string : T extends readonly (infer One)[] ? Told<One>[] : T extends object ? { [Key in keyof T]: Told<T[Key]> } : T;

export type FigureSetup = { today: string; pages: Page[]; indicators: (Indicator & { opens: boolean })[] };

export type NamedRow = Figure & { by: string; name?: Bilingual };
export type NamedMeasured = Omit<Measured, "rows"> & { rows?: NamedRow[] };
export type NamedFigure = Omit<LookedFigure, "now" | "before"> & { now: NamedMeasured; before: NamedMeasured | null };
export type NamedLook = Omit<Look, "figures"> & { figures: NamedFigure[] };
export type OneFigure = Omit<Look, "figures"> & { figure: NamedFigure; points: Point[]; before: Point[] };

export type NamedFilters = { channels: Choice[]; locales: Choice[]; topics: Choice[] };
export type NamedPath = Omit<FlowPath, "steps"> & { name: Bilingual; steps: (FlowPath["steps"][number] & { /** What the step asks. */ asks: Bilingual | null })[] };
export type TargetTold = Target & { followUp: Told<FollowUp>[] };

export type AlertTold = Told<Alert>;
export type WallTold = Omit<Told<Wall>, "figures"> & { figures: NamedFigure[] };
export type BehindTold = Omit<Told<Behind>, "outcome" | "topic" | "flow"> & { outcome: Bilingual; topic: Bilingual | null; flow: Bilingual | null };
export type BehindPage = { conversations: BehindTold[]; total: number; next: string | null };
export type ConversationTold = Told<RedactedConversation>;

export type SampleTold = Told<SampleHead>;
export type Samples = { samples: SampleTold[]; themes: Choice[]; actions: Choice[] };
export type ItemTold = Omit<Told<SampleItem>, "outcome" | "topic"> & { outcome: Bilingual; topic: Bilingual | null };
export type SampleOpen = { head: SampleTold; items: ItemTold[]; shares: QualityShares };
export type Shares = QualityShares;

export type Views = { views: SavedView[] };
export type SavedViewTold = SavedView;
export type PlanTold = { plan: Told<Plan> | null };
