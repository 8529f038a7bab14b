import type { CaseDetail, CasesSetup, Person } from "../../cases/contract.ts";
import { named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import { Facts, Part } from "./part.tsx";

/** Who hands it in, as far as they said it and this reader may know; and who has it here. */
export const PersonPart = ({ one, setup }: { one: CaseDetail; setup: CasesSetup | undefined }) => {
  const { say, locale } = useSpeech();
  const unit = setup?.units.find(({ id }) => id === one.unit)?.name[locale] ?? one.unit;
  return (
    <Part title={say("detail.part.person")}>
      <p><span class="tag">{say(`detail.from.${one.identity}`)}</span></p>
      <Known one={one} />
      <Facts
        rows={[
          [say("detail.channel"), say(`case.channel.${one.channel}`)], [say("detail.language"), say(`language.${one.locale}`)],
          [say("detail.unit"), unit], [say("detail.officer"), one.officer?.name ?? say("cases.nobody")],
        ]}
      />
    </Part>
  );
};

const Known = ({ one: { identity, person } }: { one: CaseDetail }) => {
  const { say } = useSpeech();
  if (identity === "anonymous") return <p class="quiet-words">{say("detail.anonymous-note")}</p>;
  if (person === null) return <p class="quiet-words">{say("detail.no-person")}</p>;
  if ("reserved" in person) return <p class="note">{say("detail.reserved-note")}</p>;
  return <>{identity === "reserved" && <p class="note">{say("detail.reserved-shown")}</p>}<PersonFacts person={person} /></>;
};

const PersonFacts = ({ person: { name, document, email, phone, address } }: { person: Person }) => {
  const { say } = useSpeech();
  return (
    <Facts
      rows={[
        [say("detail.name"), name], [say("detail.document"), document && `${document.type ?? ""} ${document.number}`.trim()],
        [say("detail.email"), email && <a href={`mailto:${email}`}>{email}</a>],
        [say("detail.phone"), phone && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>], [say("detail.address"), address],
      ]}
    />
  );
};

/** What the person said to the use of their data, also where they said no. */
export const Consents = ({ one: { consents } }: { one: CaseDetail }) => {
  const { say, locale } = useSpeech();
  const line = ({ granted, at, version }: CaseDetail["consents"][number]) =>
    say("detail.consent-line", { answer: say(granted ? "detail.consent.yes" : "detail.consent.no"), when: dateAndTime(at, locale), version });
  return (
    <Part title={say("detail.part.consents")}>
      {consents.length === 0
        ? <p class="quiet-words">{say("detail.no-consents")}</p>
        : <Facts rows={consents.map((consent) => [named("detail.consent", consent.purpose, locale), line(consent)])} />}
    </Part>
  );
};
