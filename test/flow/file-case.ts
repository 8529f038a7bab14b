import { contextOf, flowOf, talk } from "./talk.ts";

/** A flow with every verb of a filing: choices that jump, a form, a summary, an action that cannot be taken back. */
export const fileCase = flowOf(`
flow: file-case
steps:
  - say: intro
  - choose: consent
    from: [accept, decline]
    to: { decline: end }
  - id: details
    choose: kind
    from: [petition, complaint]
  - ask: description
    as: text
    min: 10
  - choose: identity
    from: [named, anonymous]
    to: { anonymous: summary }
  - form:
      name: { as: name }
      email: { as: email }
      phone: { as: phone, optional: true }
  - id: summary
    say: summary
  - choose: confirm
    from: [send, change, cancel]
    to: { change: details, cancel: end }
  - call: cases.file
    final: true
    to: { unavailable: to-person }
  - say: receipt
  - ask: rating
    as: number
    min: 1
    max: 5
`);
export const filed = () => ({ slots: { radicado: "PQR-2026-000001-X" } });

/** A conversation about a case, after these inputs. */
export const upTo = async (...inputs: Parameters<ReturnType<typeof talk>["say"]>[0][]) => {
  const conversation = talk(fileCase, contextOf({ "cases.file": filed }));
  await conversation.say({ kind: "start" });
  for (const input of inputs) await conversation.say(input);
  return conversation;
};
/** The answers that lead to the summary. */
export const toSummary = ["accept", "complaint", "No me han respondido nada", "named", "Ana Ruiz", "ana@x.co", "3001234567"];
