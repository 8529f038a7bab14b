import { randomUUID } from "node:crypto";
import type { CaseFile, Filed, Filing, Person } from "../../src/cases/types.ts";
import type { RunningApp } from "./app.ts";
import type { SignedIn } from "./staff.ts";

const granted = (purpose: string) => ({ purpose, version: "2026-11-23", granted: true, at: new Date("2026-11-23T15:00:00Z") });
const ana: Person = { name: "Ana Pérez", document: { type: "CC", number: "52123456" }, email: "ana@example.org", phone: "+57 300 555 0101" };

/** Files a case as a flow does, at an instant. */
export const fileCase = ({ app: { service } }: RunningApp, at: string, filing: Partial<Filing> = {}): Promise<Filed> =>
  service.db.db.transaction().execute((trx) => service.cases.file(trx, {
    key: randomUUID(), channel: "web", locale: "es", kind: "petition-general", identity: { is: "anonymous" },
    story: "Pedí mi certificado de movimientos migratorios hace un mes y no ha llegado.", consents: [granted("process"), granted("contact")], files: [], ...filing,
  }, new Date(at)));

/** A document as a person hands it in. */
export const document = async ({ app: { service } }: RunningApp, name: string): Promise<CaseFile> => {
  const bytes = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
  const file = await service.cases.checkFile(bytes, name);
  if ("refused" in file) throw new Error(`demo case: ${name} is refused as ${file.refused}`);
  return file;
};

export type Demo = Record<"late" | "today" | "soon" | "named" | "english" | "reserved" | "praise" | "waiting" | "reviewing" | "answered", Filed>;

/** An inbox on Monday 23 November 2026 with every light, kind of person and state. `writer` has drafted what waits for review. */
export const demoCases = async (app: RunningApp, officer: SignedIn, writer: SignedIn): Promise<Demo> => {
  const demo: Demo = {
    late: await fileCase(app, "2026-11-05T14:00:00Z", { kind: "petition-information", story: "Quiero saber cuántos permisos se negaron en 2025." }),
    today: await fileCase(app, "2026-10-30T14:00:00Z", { story: "Mi cita se canceló y nadie me da otra fecha.", identity: { is: "named", person: ana }, asks: "Una cita nueva." }),
    soon: await fileCase(app, "2026-11-05T15:30:00Z", { kind: "claim", story: "Me cobraron dos veces el mismo trámite.", asks: "La devolución del segundo pago." }),
    named: await fileCase(app, "2026-11-19T16:10:00Z", {
      identity: { is: "named", person: ana }, asks: "Que me entreguen el certificado o me digan cuándo sale.", happened: "El 19 de octubre de 2026", place: "Bogotá",
      reasons: "Lo necesito para un contrato.", files: [await document(app, "comprobante de pago.pdf")],
    }),
    english: await fileCase(app, "2026-11-20T15:00:00Z", { locale: "en", channel: "telegram", kind: "petition-copies", story: "I need a copy of my entry record of 2019." }),
    reserved: await fileCase(app, "2026-11-20T19:00:00Z", { kind: "report", identity: { is: "reserved", person: ana }, story: "Un funcionario pide dinero para dar citas.", priority: "life-or-safety" }),
    praise: await fileCase(app, "2026-11-20T20:00:00Z", { kind: "compliment", story: "Me atendieron muy bien en la oficina." }),
    waiting: await fileCase(app, "2026-11-18T15:00:00Z", { kind: "complaint", story: "Me trataron mal en la ventanilla." }),
    reviewing: await fileCase(app, "2026-11-17T15:00:00Z", { kind: "suggestion", story: "Pongan sillas en la sala de espera." }),
    answered: await fileCase(app, "2026-11-10T15:00:00Z", { story: "¿Cómo corrijo mi nombre en el permiso?" }),
  };
  await does(officer, demo.named, "assign", { officer: officer.id });
  await does(officer, demo.named, "note", { text: "El pago aparece en el sistema desde el 20 de octubre." });
  await does(officer, demo.waiting, "assign", { officer: officer.id });
  await does(officer, demo.waiting, "ask-completion", { what: "Díganos en qué oficina fue y qué día." });
  await does(writer, demo.reviewing, "draft", { text: "Gracias por su sugerencia. La llevamos al comité de atención del mes." });
  await does(writer, demo.reviewing, "ask-review", {});
  await does(writer, demo.answered, "draft", { text: "Para corregir su nombre, pida una cita de corrección." });
  await does(writer, demo.answered, "ask-review", {});
  await does(officer, demo.answered, "review", { approve: true });
  await does(writer, demo.answered, "answer", {});
  return demo;
};

/** A deed of a member over HTTP. Throws when it is refused. */
export const does = async (member: SignedIn, { id, radicado }: Filed, deed: string, body: object): Promise<void> => {
  const response = await member.send("POST", `/staff/api/cases/${id}/${deed}`, body);
  if (!response.ok) throw new Error(`demo case: ${deed} on ${radicado} answered ${response.status} ${await response.text()}`);
};
