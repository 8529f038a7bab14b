import { RichText } from "../../../chat/view/rich-text.tsx";
import type { Message as Said } from "../../contract.ts";
import { timeOf } from "../dates.ts";
import { Check, Clock, Late } from "../icons.tsx";
import { useSpeech } from "../speech.ts";

const deliveries = { pending: Clock, sent: Check, undeliverable: Late };

/** One message of the citizen, the bot or an advisor. */
export const Message = ({ message, first }: { message: Said; first: boolean }) => {
  const { say, locale } = useSpeech();
  const { from, name, at, text, attachment, delivery } = message;
  const Sign = delivery && deliveries[delivery];
  return (
    <article class={`said ${from}`}>
      <p class={first ? "by" : "by hidden"}><span>{from === "advisor" && name ? name : say(`author.${from}`)}</span> <time dateTime={at}>{timeOf(at, locale)}</time></p>
      <div class="words" {...(message.locale ? { lang: message.locale } : {})}>
        {from === "citizen" ? text && <p class="own">{text}</p> : <RichText text={text} say={say} />}
        {attachment && <Attachment attachment={attachment} />}
      </div>
      {Sign && <p class={`delivery ${delivery}`}><Sign />{say(`delivery.${delivery}`)}</p>}
    </article>
  );
};

const Attachment = ({ attachment: { name, size, url } }: { attachment: NonNullable<Said["attachment"]> }) => {
  const { say, locale } = useSpeech();
  return <p><a href={url} download={name}>{say("attachment", { name, size: weight(size, locale) })}</a></p>;
};

const weight = (bytes: number, locale: string): string =>
  bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
