import { flat } from "../../flow/slots/flat.ts";
import { isRemark } from "../../understanding/case-kind/remarks.ts";

const mostSentences = 3;
const longestAsk = 700;
const longSentence = 220;

/** What a story asks for: its own sentences that ask, none where it only tells. Of a sentence without an end, from where it asks. */
export const askIn = (story: string): string | undefined => {
  const asking = sentences(story).filter((sentence) => asks.test(plainOf(sentence)) && !isRemark(sentence)).map(fromAsk).filter(Boolean);
  const said = [...new Set(asking)].slice(-mostSentences).join(" ");
  return said === "" || said.length > longestAsk ? undefined : said;
};

const plainOf = (sentence: string): string => flat(sentence).replace(filing, (words) => " ".repeat(words.length));

const fromAsk = (sentence: string): string => {
  const [first] = [...plainOf(sentence).matchAll(new RegExp(asks.source, "gu"))].slice(-1);
  const only = denies.test(sentence) ? afterDenial.exec(sentence) : null;
  if (only) return sentence.slice(only.index + only[0].length).trim();
  return sentence.length <= longSentence || !first ? sentence : sentence.slice(first.index).trim();
};

/** "Nobody treated me badly, I only want …": what is asked for comes after; "I do not want …" asks as it stands. */
const denies = /^(?:no|nadie|nunca|i do ?n[o']?t|nobody|not)(?!\p{L})/iu;
const afterDenial = /[,;] *(?:pero|solo|s[oó]lo|but|only|just)? *(?=(?:solo |i only |we only )?(?:quiero|pido|necesito|solicito|i want|i ask|i need|please)(?!\p{L}))/iu;

const sentences = (story: string): string[] => story.split(/(?<=[.!?])\s+|\n+/u).map((one) => one.trim()).filter(Boolean);

const asks = /(?<!\p{L})(?:quiero|queremos|quisiera|quisieramos|necesito|necesitamos|solicito|solicitamos|pido|pedimos|exijo|exigimos|ruego|requiero|requerimos|preciso|deseo|agradezco que|agradeceria|les pido|por favor|porfa|espero que|deben|deberian|tienen? que|consulto|i (?:want|request|ask|need|demand|expect|beg|would like|should like)|i'd like|we (?:want|request|ask|need|demand|would like)|please|kindly|should be|must be|has to be)(?!\p{L})|^(?:o|que) (?:me|nos|se|la|lo|los|las|le|les) \p{L}+/u;
/** To want to hand it in is not what is asked for. */
const filing = /(?<!\p{L})(?:quiero|quisiera|deseo|necesito|vengo a|voy a|i want to|i would like to|i need to|i wish to|i only want to|i'd like to) (?:poner|presentar|radicar|hacer|denunciar|quejarme|reclamar|felicitar|agradecer|dar|informar|reportar|contar|file|make|report|complain|lodge|submit|thank|congratulate|say|express|send)(?!\p{L})/gu;
