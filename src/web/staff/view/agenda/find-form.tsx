import { useState } from "preact/hooks";
import type { Found } from "../../agenda/contract.ts";
import { shown } from "../../agenda/shown.ts";
import { call } from "../../api.ts";
import { goTo, pathOf } from "../../route.ts";
import { faultWords } from "../../words.ts";
import { dayWords } from "../cases/days.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { placeOf } from "./places.ts";

/** Goes to a booking by its number, in whichever office and on whichever day it is. */
export const FindForm = () => {
  const { say, locale } = useSpeech();
  const [gone, setGone] = useState<Found>();
  const { refusal, onSubmit } = useForm(async ({ number = "" }) => {
    setGone(undefined);
    const found = await call<Found>("GET", `agenda/find?${new URLSearchParams({ number })}`);
    if (!found.ok) return found;
    if (found.value.state === "cancelled") return void setGone(found.value);
    shown.set({ view: "day", day: found.value.day, counter: "", focus: placeOf("booking", found.value.id) });
    goTo(pathOf("agenda", found.value.office));
  });
  return (
    <form class="find-form" role="search" onSubmit={onSubmit}>
      <div class="search-line">
        <Field label={say("agenda.number")} type="search" name="number" required maxLength={40} autoComplete="off" />
        <button type="submit" class="secondary">{say("agenda.find")}</button>
      </div>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <p role="status" class={gone ? "hint" : "hidden"}>{gone && say("agenda.found-cancelled", { number: gone.number, day: dayWords(gone.day, locale) })}</p>
    </form>
  );
};
