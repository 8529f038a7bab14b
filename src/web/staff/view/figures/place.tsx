import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Me } from "../../contract.ts";
import type { Page } from "../../figures/contract.ts";
import { pathOf } from "../../route.ts";
import { Link } from "../link.tsx";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { supervises } from "../../cases/may.ts";
import { LookPage } from "./look-page.tsx";
import { OnePage } from "./one-page.tsx";
import { ReportsPage } from "./reports-page.tsx";
import { SamplePage } from "./sample-page.tsx";
import { SamplesPage } from "./samples-page.tsx";
import { Setup } from "./setup.ts";
import { TargetsPage } from "./targets-page.tsx";

const others = ["targets", "samples", "reports"] as const;
type Other = (typeof others)[number];

/** What stands at `/staff/figures/<place>`: a page of figures, one of the other pages, an open sample, or one figure. */
export const Place = ({ me, place }: { me: Me; place: string }) => {
  const { pages, indicators } = useContext(Setup);
  const page = pages.find((one) => one === place);
  const other = othersFor(me).find((one) => one === place);
  const indicator = indicators.find(({ id }) => id === place);
  const sample = supervises(me) ? /^sample-(.+)$/.exec(place)?.[1] : undefined;
  return (
    <div class="board">
      <Places pages={pages} others={othersFor(me)} current={page ?? other ?? (sample ? "samples" : indicator?.theme) ?? ""} />
      {page ? <LookPage key={page} me={me} page={page} />
        : other ? <OtherPage other={other} me={me} />
        : sample ? <SamplePage key={sample} id={sample} />
        : indicator ? <OnePage key={place} me={me} indicator={indicator} />
        : <Nothing />}
    </div>
  );
};

const othersFor = (me: Me): readonly Other[] => (supervises(me) ? others : others.filter((one) => one !== "samples"));

const OtherPage = ({ other, me }: { other: Other; me: Me }) => {
  switch (other) {
    case "targets":
      return <TargetsPage />;
    case "samples":
      return <SamplesPage />;
    case "reports":
      return <ReportsPage me={me} />;
    default:
      return other satisfies never;
  }
};

const Nothing = () => {
  const { say } = useSpeech();
  return <Sheet title={say("page.figures")}><p class="quiet-words">{say("figures.no-place")}</p></Sheet>;
};

const Places = ({ pages, others, current }: { pages: Page[]; others: readonly Other[]; current: string }) => {
  const { say } = useSpeech();
  const item = (place: string, words: ComponentChildren) => (
    <li key={place}><Link href={pathOf("figures", place === "overview" ? undefined : place)} {...(place === current ? { "aria-current": "page" as const } : {})}>{words}</Link></li>
  );
  return (
    <nav class="places" aria-label={say("figures.places")}>
      <ul>{pages.map((page) => item(page, say(`figures.page.${page}`)))}</ul>
      <ul>{others.map((other) => item(other, say(`figures.page.${other}`)))}<li><Link href={pathOf("wall")}>{say("page.wall")}</Link></li></ul>
    </nav>
  );
};
