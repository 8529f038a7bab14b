import { answered } from "./answers/answered.ts";
import { containment } from "./answers/containment.ts";
import { durableResolution } from "./answers/durable-resolution.ts";
import { handedOff } from "./answers/handed-off.ts";
import { refused } from "./answers/refused.ts";
import { unanswered } from "./answers/unanswered.ts";
import { appointmentsCancelled } from "./appointments/appointments-cancelled.ts";
import { appointmentsOffered } from "./appointments/appointments-offered.ts";
import { appointmentsTaken } from "./appointments/appointments-taken.ts";
import { appointmentsUnmarked } from "./appointments/appointments-unmarked.ts";
import { appointmentsKept, appointmentsMissed } from "./appointments/came.ts";
import { daysToOpening } from "./appointments/days-to-opening.ts";
import { noOpening } from "./appointments/no-opening.ts";
import { dangerSigns } from "./care/danger-signs.ts";
import { referralOutcome } from "./care/referral-outcome.ts";
import { referrals } from "./care/referrals.ts";
import { casesExtended } from "./cases/cases-extended.ts";
import { casesFiled } from "./cases/cases-filed.ts";
import { casesOnTime } from "./cases/cases-on-time.ts";
import { casesOpenAge } from "./cases/cases-open-age.ts";
import { casesOpen } from "./cases/cases-open.ts";
import { casesState } from "./cases/cases-state.ts";
import { casesTransferred } from "./cases/cases-transferred.ts";
import { daysToAnswerMedian, daysToAnswerP90 } from "./cases/days-to-answer.ts";
import { firstReplyMedian, firstReplyP90 } from "./desk/first-reply.ts";
import { handoffs } from "./desk/handoffs.ts";
import { repliedInTime } from "./desk/replied-in-time.ts";
import { flowCompletion } from "./flows/flow-completion.ts";
import { flowCompletions } from "./flows/flow-completions.ts";
import { flowDropOffs } from "./flows/flow-drop-offs.ts";
import { flowStarts } from "./flows/flow-starts.ts";
import { availability } from "./quality/availability.ts";
import { evaluation } from "./quality/evaluation.ts";
import { failed } from "./quality/failed.ts";
import { languageGap } from "./quality/language-gap.ts";
import { replyTimeP95 } from "./quality/reply-time-p95.ts";
import { conversations } from "./service/conversations.ts";
import { people } from "./service/people.ts";
import { satisfaction } from "./service/satisfaction.ts";
import { topics } from "./service/topics.ts";
import { turnsByHour } from "./service/turns-by-hour.ts";
import { turnsByLanguage } from "./service/turns-by-language.ts";
import { turns } from "./service/turns.ts";
import type { Query } from "./types.ts";

/** The query of each indicator, by its id. */
export const queries: Record<string, Query> = {
  conversations, people, turns, topics, satisfaction,
  "turns-by-language": turnsByLanguage,
  "turns-by-hour": turnsByHour,
  answered, unanswered, refused, containment,
  "handed-off": handedOff,
  "durable-resolution": durableResolution,
  "flow-starts": flowStarts,
  "flow-completions": flowCompletions,
  "flow-completion": flowCompletion,
  "flow-drop-offs": flowDropOffs,
  handoffs,
  "first-reply-median": firstReplyMedian,
  "first-reply-p90": firstReplyP90,
  "replied-in-time": repliedInTime,
  "cases-filed": casesFiled,
  "cases-state": casesState,
  "cases-open": casesOpen,
  "cases-open-age": casesOpenAge,
  "cases-on-time": casesOnTime,
  "cases-extended": casesExtended,
  "cases-transferred": casesTransferred,
  "days-to-answer-median": daysToAnswerMedian,
  "days-to-answer-p90": daysToAnswerP90,
  "appointments-offered": appointmentsOffered,
  "appointments-taken": appointmentsTaken,
  "appointments-kept": appointmentsKept,
  "appointments-missed": appointmentsMissed,
  "appointments-unmarked": appointmentsUnmarked,
  "appointments-cancelled": appointmentsCancelled,
  "days-to-opening": daysToOpening,
  "no-opening": noOpening,
  "danger-signs": dangerSigns,
  referrals,
  "referral-outcome": referralOutcome,
  evaluation, availability, failed,
  "language-gap": languageGap,
  "reply-time-p95": replyTimeP95,
};
