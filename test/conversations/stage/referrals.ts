import { join } from "node:path";
import type { ReferralActionParts } from "../../../src/actions/referral.ts";
import { loadInstitutions } from "../../../src/care/institutions.ts";
import { institutionsFor } from "../../../src/care/referrals/refer.ts";
import { loadReferralRules } from "../../../src/care/referrals/setup.ts";
import { locales } from "../../../src/locale.ts";
import type { Service } from "../../../src/service.ts";

/** One in each conversation that begins by asking how it went. */
export const seedReferrals = async ({ referrals }: Service): Promise<void> => {
  for (const locale of locales) {
    await referrals.referNow({
      key: `stage:${locale}`, institution: "personeria", need: "legal", shared: {}, followUp: true, channel: "console", conversationId: `referral-outcome-${locale}`, locale, by: { kind: "citizen" },
    });
  }
};

/** Referrals without a database, for walks: every one is sent and none is kept. */
export const referralsOfWalks = (): ReferralActionParts["referrals"] => {
  const knowledge = join(import.meta.dirname, "../../../knowledge");
  const institutions = loadInstitutions(knowledge);
  const nameOf = (id: string) => institutions.find((each) => each.id === id)!.name;
  return {
    institutions, rules: loadReferralRules(knowledge),
    institutionsFor: (need, city, who) => institutionsFor(institutions, need, city, who),
    refer: (_trx, given) => Promise.resolve({ id: "1", number: "REF-000001", by: "mail", demonstration: true, institution: nameOf(given.institution) }),
    refused: () => Promise.resolve(),
    unanswered: () => Promise.resolve({ id: "1", number: "REF-000001", institution: nameOf("personeria") }),
    recordOutcome: () => Promise.resolve(true),
  };
};
