import type { AgendaBooking, AgendaOpening } from "../../agenda/contract.ts";
import { call, type Refusal } from "../../api.ts";
import { Ask } from "../ask.tsx";
import { Pick } from "../cases/fields.tsx";
import { Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { clockOf } from "./clock.ts";
import { useNames } from "./names.ts";

/** Somebody who is there without an appointment: on a free seat, on one more, or on that of one who did not come. */
export type Coming = { opening: AgendaOpening; extra?: boolean; absent?: AgendaBooking };

const documents = ["CC", "CE", "PPT", "PA", "TI"] as const;

type Props = { coming: Coming; zone: string; onDone: (number: string) => void; onClose: () => void };

export const ComerDialog = ({ coming: { opening, extra = false, absent }, zone, onDone, onClose }: Props) => {
  const { say, locale } = useSpeech();
  const { office, service } = useNames();
  const services = office.counters.find(({ id }) => id === opening.counter)?.services ?? [];
  const send = async ({ service: what = "", type = "", document = "", name = "" }: Record<string, string>): Promise<Refusal | undefined> => {
    const comer = { service: what, document: `${type} ${document.replace(/[^a-z0-9]/gi, "").toUpperCase()}`, name };
    const seated = await call<{ number: string }>("POST", absent ? `agenda/bookings/${absent.id}/substitute` : `agenda/openings/${opening.id}/walk-in`, absent ? comer : { ...comer, extra });
    if (!seated.ok) return seated;
    onDone(seated.value.number);
  };
  const what = absent ? "substitute" : extra ? "extra" : "walk-in";
  return (
    <Ask title={say(`agenda.comer.${what}`)} send={say("agenda.seat")} onSend={send} onClose={onClose}>
      <p class="field">{say(`agenda.comer.${what}-note`, { time: clockOf(opening.startsAt, zone, locale), name: absent?.name ?? absent?.number ?? "" })}</p>
      <Field label={say("field.name")} name="name" minLength={2} maxLength={120} required autoComplete="off" />
      <Pick label={say("agenda.document.type")} name="type" options={documents.map((value) => ({ value, title: say(`agenda.document.${value}`) }))} />
      <Field label={say("agenda.document.number")} name="document" minLength={4} maxLength={20} required autoComplete="off" />
      <Pick label={say("agenda.head.service")} name="service" {...(absent ? { value: absent.service } : {})} options={services.map((value) => ({ value, title: service(value) }))} />
      <Consent />
    </Ask>
  );
};

/** Law 1581 of 2012, article 9: who holds the data agrees before it is kept. */
const Consent = () => {
  const { say } = useSpeech();
  return <p class="check"><input type="checkbox" id="consent" name="consent" required /><label for="consent">{say("agenda.consent")}</label></p>;
};
