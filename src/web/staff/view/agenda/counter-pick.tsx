import { shown } from "../../agenda/shown.ts";
import { Pick } from "../cases/fields.tsx";
import { useSpeech } from "../speech.ts";
import { useNames } from "./names.ts";

/** Which counter a deed is for; the one that is looked at first. Nothing where the office has but one. */
export const CounterPick = () => {
  const { say } = useSpeech();
  const { office, counter } = useNames();
  if (office.counters.length < 2) return null;
  const options = [{ value: "", title: say("agenda.all-counters") }, ...office.counters.map(({ id }) => ({ value: id, title: counter(id) }))];
  return <Pick label={say("agenda.counter")} name="counter" value={shown.state().counter} options={options} />;
};
