import type { OfficeDraw } from "../../agenda/contract.ts";
import { dayWords } from "../cases/days.ts";
import { Facts } from "../cases/part.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";
import { dayAndClock } from "./clock.ts";
import { useNames } from "./names.ts";

/** The draws of an office with all that anybody can check them by. */
export const Draws = ({ office }: { office: string }) => {
  const { say } = useSpeech();
  const { value } = useLoaded<OfficeDraw[]>(`agenda/${office}/draws`);
  if (!value?.length) return null;
  return (
    <section class="draws">
      <h2>{say("agenda.draw.title")}</h2>
      <p class="hint">{say("agenda.draw.note")}</p>
      <ul class="cards wide-cards">{value.map((draw) => <li key={draw.id}><Draw draw={draw} /></li>)}</ul>
    </section>
  );
};

const Draw = ({ draw: { id, counter, from, to, closesAt, commitment, entered, published } }: { draw: OfficeDraw }) => {
  const { say, locale } = useSpeech();
  const { office, counter: counterName } = useNames();
  return (
    <article class="card-row">
      <h3>{counterName(counter)}: {say("agenda.week-of", { from: dayWords(from, locale), to: dayWords(to, locale) })}</h3>
      <p><span class="tag">{say(published ? "agenda.draw.made" : "agenda.draw.open")}</span> {say("agenda.draw.entered", { count: entered })}</p>
      <Facts
        rows={[
          [say("agenda.draw.closes"), dayAndClock(closesAt, office.zone, locale)],
          [say("agenda.draw.commitment"), <code key="commitment">{commitment}</code>],
          [say("agenda.draw.seed"), published && <code key="seed">{published.seed}</code>],
          [say("agenda.draw.list"), published && <code key="list">{published.listHash}</code>],
        ]}
      />
      {published && published.order.length > 0 && (
        <details>
          <summary>{say("agenda.draw.order")}</summary>
          <ol class="draw-order">{published.order.map((ticket) => <li key={ticket}><code>{ticket}</code></li>)}</ol>
        </details>
      )}
      <p><a href={`/datos/sorteos/${id}`}>{say("agenda.draw.data")}</a></p>
    </article>
  );
};
