import { caseKinds, priorities } from "../../../../cases/types.ts";
import type { CaseDetail, CasesSetup } from "../../cases/contract.ts";
import { Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import type { Asking } from "./case-dialog.tsx";
import { Pick, Words } from "./fields.tsx";

type Props = { asking: Asking; one: CaseDetail; setup: CasesSetup };

/** What a deed needs to know. */
export const DeedFields = ({ asking, one, setup }: Props) => {
  const { say } = useSpeech();
  const reason = <Words label={say("ask.reason")} name="reason" most={2000} rows={3} />;
  switch (asking) {
    case "assign":
      return <Whom one={one} setup={setup} />;
    case "ask-completion":
    case "ask-clarification":
      return <Words label={say(`ask.${asking}.what`)} name="what" most={4000} lang={one.locale} />;
    case "transfer":
      return <><Field label={say("ask.transfer.to")} name="to" maxLength={200} required autoComplete="off" /><Words label={say("ask.transfer.letter")} name="letter" most={10_000} rows={7} lang={one.locale} hint={say("ask.transfer.letter-hint")} /></>;
    case "received":
      return <Field label={say("ask.received.day")} name="day" type="date" min={one.transferred?.on} max={setup.today} defaultValue={setup.today} required />;
    case "extend":
      return <MoreDays one={one} />;
    case "suspend":
      return <><Field label={say("ask.suspend.norm")} name="norm" maxLength={300} required autoComplete="off" /><Words label={say("ask.suspend.reason")} name="reason" most={2000} rows={3} lang={one.locale} /></>;
    case "priority":
      return <><Pick label={say("ask.priority.which")} name="priority" value={one.priority ?? ""} options={[{ value: "", title: say("ask.priority.no") }, ...priorities.map((value) => ({ value, title: say(`case.priority.${value}`) }))]} />{reason}</>;
    case "kind":
      return <><Pick label={say("ask.kind.which")} name="kind" options={caseKinds.filter((kind) => kind !== one.kind).map((value) => ({ value, title: say(`case.kind.${value}`) }))} />{reason}</>;
    case "note":
      return <Words label={say("ask.note.label")} name="text" most={4000} />;
    case "review":
      return <Words label={say("ask.review.reason")} name="reason" most={2000} />;
    case "resume":
      return reason;
    case "approve":
    case "answer":
      return null;
    default:
      return asking satisfies never;
  }
};

const Whom = ({ one, setup }: Omit<Props, "asking">) => {
  const { say, locale } = useSpeech();
  const officers = setup.officers.filter(({ id }) => id !== one.officer?.id)
    .map(({ id, name, role }) => ({ value: `officer:${id}`, title: say("ask.assign.person", { name, role: say(`role.${role}`) }) }));
  const units = setup.units.map(({ id, name }) => ({ value: `unit:${id}`, title: say("ask.assign.unit", { name: name[locale] }) }));
  return <Pick label={say("ask.assign.to")} name="to" options={[...officers, ...units]} />;
};

const MoreDays = ({ one: { termDays, extraDays, locale } }: { one: CaseDetail }) => {
  const { say } = useSpeech();
  const most = (termDays ?? 0) - extraDays;
  return (
    <>
      <Field label={say("ask.extend.days")} name="days" type="number" min={1} max={most} hint={say("ask.extend.days-hint", { count: most })} required />
      <Words label={say("ask.extend.reason")} name="reason" most={2000} rows={3} lang={locale} />
    </>
  );
};
