import type { Me } from "../../contract.ts";
import { supervises } from "../../cases/may.ts";
import { pathOf, route } from "../../route.ts";
import { useStore } from "../../store.ts";
import { AlertsSection } from "../cases/alerts-section.tsx";
import { CasePage } from "../cases/case-page.tsx";
import { CivicSection } from "../cases/civic-section.tsx";
import { InboxSection } from "../cases/inbox-section.tsx";
import { TogetherSection } from "../cases/together-section.tsx";
import { UnseenSign } from "../cases/unseen-sign.tsx";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";

const sections = ["inbox", "alerts", "together", "civic"] as const;
type Section = (typeof sections)[number];

/** The case desk: its inbox and what belongs to it, or one case. */
export const CasesPage = ({ me }: { me: Me }) => {
  const { place } = useStore(route);
  const open = sectionsFor(me);
  const section = place === undefined ? "inbox" : open.find((one) => one === place);
  if (!section) return <CasePage key={place} me={me} id={place!} />;
  return <><Sections open={open} current={section} /><Shown me={me} section={section} /></>;
};

const sectionsFor = (me: Me): Section[] => sections.filter((one) => one !== "civic" || supervises(me));

const Sections = ({ open, current }: { open: Section[]; current: Section }) => {
  const { say } = useSpeech();
  return (
    <nav class="sections" aria-label={say("cases.sections")}>
      {open.map((one) => (
        <Link key={one} href={pathOf("cases", one === "inbox" ? undefined : one)} {...(one === current ? { "aria-current": "page" as const } : {})}>
          {say(`cases.section.${one}`)}{one === "alerts" && <UnseenSign />}
        </Link>
      ))}
    </nav>
  );
};

const Shown = ({ me, section }: { me: Me; section: Section }) => {
  switch (section) {
    case "inbox":
      return <InboxSection me={me} />;
    case "alerts":
      return <AlertsSection />;
    case "together":
      return <TogetherSection me={me} />;
    case "civic":
      return <CivicSection me={me} />;
    default:
      return section satisfies never;
  }
};
