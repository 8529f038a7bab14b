import type { ReferralCount } from "../../referrals/contract.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";

/** How many, by institution, need, state and what people said. */
export const CountsTable = ({ counts }: { counts: ReferralCount[] }) => {
  const { say, locale } = useSpeech();
  return (
    <section class="part">
      <h2>{say("referrals.counts")}</h2>
      <TableFrame label={say("referrals.counts")}>
        <table class="figures-table">
          <thead><tr>{["institution", "need", "state", "outcome", "count"].map((head) => <th scope="col" key={head}>{say(`referrals.head.${head}`)}</th>)}</tr></thead>
          <tbody>
            {counts.map(({ institution, name, need, state, outcome, count }) => (
              <tr key={[institution, need, state, outcome].join()}>
                <th scope="row">{name?.[locale] ?? institution}</th><td>{say(`referrals.need.${need}`)}</td><td>{say(`referrals.state-of.${state}`)}</td>
                <td>{say(`referrals.outcome.${outcome ?? "unknown"}`)}</td><td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
};
