import type { Locale } from "../../../../locale.ts";
import type { CaseDetail } from "../../cases/contract.ts";
import { named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { dayWords } from "./days.ts";
import { Part } from "./part.tsx";

type Event = CaseDetail["history"][number];

/** Everything that happened to a case, the first first. */
export const History = ({ history }: { history: Event[] }) => {
  const { say, locale } = useSpeech();
  const who = (by: string) => (by === "citizen" || by === "clock" ? say(`detail.by.${by}`) : by);
  return (
    <Part title={say("detail.part.history")}>
      <ol class="history">
        {history.map((event, i) => (
          <li key={i}>
            <time dateTime={event.at}>{dateAndTime(event.at, locale)}</time> {say(`case.did.${event.did}`)} · {who(event.by)}
            {told(event, locale).map((words) => <span class="hint" key={words}>{words}</span>)}
          </li>
        ))}
      </ol>
    </Part>
  );
};

const texts = ["to", "reason", "what", "norm", "radicado"] as const;
const days = ["until", "due"] as const;

/** What stands with an event, as far as it reads by itself. */
const told = ({ did, detail }: Event, locale: Locale): string[] => [
  ...texts.flatMap((name) => {
    const value = detail[name];
    if (typeof value !== "string" || !value) return [];
    return [name === "to" ? `→ ${did === "kind-changed" ? named("case.kind", value, locale) : value}` : value];
  }),
  ...days.flatMap((name) => { const value = detail[name]; return typeof value === "string" ? [`→ ${dayWords(value, locale)}`] : []; }),
];
