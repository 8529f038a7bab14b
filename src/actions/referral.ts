import type { Institution } from "../care/institutions.ts";
import { needs, type Need } from "../care/needs.ts";
import { dimensions, type Word } from "../care/profile.ts";
import type { Referrals } from "../care/referrals/referrals.ts";
import { outcomes, type Shared } from "../care/referrals/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import type { ActionResult, Json, Slots, Utterance } from "../flow/types.ts";
import { options, type Row } from "./row.ts";

export type ReferralActionParts = { referrals: Pick<Referrals, "institutions" | "institutionsFor" | "rules" | "refer" | "refused" | "unanswered" | "recordOutcome"> };

/** What stands first where somebody may be in danger; `npm run check` sees that it is there. */
export const linesFirst = { violence: "about-ventanilla#emergency-about", trafficking: "care-emergency-lines#trafficking-line" } as const;

/** What a referral and the question how it went may `call`. */
export const referralActions = {
  "referrals.institutions": { needs: ["need", "city", "who"], sets: ["institutions", "days"], words: ["none"], texts: ["refer-me.abroad", "refer-me.institution.none"], run: institutions },
  "referrals.refused": { needs: [], run: refused },
  "referrals.review": { needs: ["need", "institution"], sets: ["where", "what-for"], texts: needs.map((need) => `referral.need.${need}`), run: review },
  "referrals.send": {
    needs: ["need", "city", "institution", "name", "reach", "email", "phone", "note", "follow-up"], sets: ["number"], run: send,
    texts: ["refer-me.sent-mail", "refer-me.sent-hand", "refer-me.demonstration", "refer-me.no-contact", "refer-me.will-ask"],
  },
  "referrals.outstanding": { sets: ["referral", "number", "where"], words: ["none"], run: outstanding },
  "referrals.outcome": { needs: ["referral", "outcome"], run: outcome },
} satisfies Record<string, Row<ReferralActionParts>>;

const mostShown = 6;

function institutions({ referrals }: ReferralActionParts, { slots }: ActionTurn): ActionResult {
  const need = needOf(slots);
  const city = text(slots["city"]);
  if (city === "abroad") return { to: "none", says: [{ key: "refer-me.abroad" }] };
  const found = referrals.institutionsFor(need, city, whoOf(slots)).slice(0, mostShown);
  const says: Utterance[] = need in linesFirst ? [{ content: linesFirst[need as keyof typeof linesFirst] }] : [];
  if (found.length === 0) return { to: "none", says };
  const choices = [...found.map(({ id, name }) => ({ value: id, title: { both: name } })), { value: "none", title: { key: "refer-me.institution.none" } }];
  return { slots: { days: referrals.rules.retentionDays, institutions: options(choices) }, says };
}

async function refused({ referrals }: ReferralActionParts, { trx, conversationId }: ActionTurn): Promise<ActionResult> {
  await referrals.refused(trx, conversationId);
  return {};
}

function review(parts: ReferralActionParts, { slots }: ActionTurn): ActionResult {
  return { slots: { where: { both: institutionOf(parts, slots).name }, "what-for": { key: `referral.need.${needOf(slots)}` } } };
}

async function send({ referrals }: ReferralActionParts, { trx, slots, conversationId, turnId, channel, locale }: ActionTurn): Promise<ActionResult> {
  const shared = sharedOf(slots);
  const followUp = slots["follow-up"] === "yes";
  const city = text(slots["city"]);
  const sent = await referrals.refer(trx, {
    key: `${channel}:${turnId}`, institution: String(slots["institution"]), need: needOf(slots), ...(city ? { city } : {}),
    shared, followUp, channel, conversationId, locale, by: { kind: "citizen" },
  });
  const params = { number: sent.number, institution: { both: sent.institution } };
  return {
    slots: { number: sent.number },
    says: [
      { key: `refer-me.sent-${sent.by}`, params },
      ...(sent.demonstration ? [{ key: "refer-me.demonstration" }] : []),
      ...(shared.email === undefined && shared.phone === undefined ? [{ key: "refer-me.no-contact", params }] : []),
      ...(followUp ? [{ key: "refer-me.will-ask", params: { days: referrals.rules.outcomeDays } }] : []),
    ],
  };
}

async function outstanding({ referrals }: ReferralActionParts, { trx, conversationId }: ActionTurn): Promise<ActionResult> {
  const found = await referrals.unanswered(trx, conversationId);
  return found ? { slots: { referral: found.id, number: found.number, where: { both: found.institution } } } : { to: "none" };
}

async function outcome({ referrals }: ReferralActionParts, { trx, slots }: ActionTurn): Promise<ActionResult> {
  const said = outcomes.find((each) => each === slots["outcome"]);
  if (said) await referrals.recordOutcome(trx, String(slots["referral"]), said);
  return {};
}

const needOf = (slots: Slots): Need => needs.find((need) => need === slots["need"]) ?? "legal";

const whoOf = ({ who }: Slots): Word<"who"> => dimensions.who.find((word) => word === who) ?? "unsaid";

const institutionOf = ({ referrals }: ReferralActionParts, slots: Slots): Institution => {
  const found = referrals.institutions.find(({ id }) => id === slots["institution"]);
  if (!found) throw new Error(`referrals: no institution "${String(slots["institution"])}" in institutions.yaml`);
  return found;
};

const sharedOf = (slots: Slots): Shared => {
  const reach = slots["reach"];
  const [name, note] = [text(slots["name"]), text(slots["note"])];
  const [email, phone] = [reach === "email" ? text(slots["email"]) : undefined, reach === "phone" ? text(slots["phone"]) : undefined];
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(note ? { note } : {}) };
};

const text = (value: Json | undefined): string | undefined => (value ? String(value) : undefined);
