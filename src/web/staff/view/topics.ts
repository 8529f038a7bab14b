import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Overview } from "../contract.ts";
import type { Desk } from "../desk/desk.ts";
import { useSpeech } from "./speech.ts";

/** The topics of this desk, as its own setup names them. */
export const Topics = createContext<Overview["topics"]>(undefined);

/** A topic's name in the language of the page; one that is no longer there is shown by its id. */
export const useTopicName = (): ((topic: string) => string) => {
  const { locale } = useSpeech();
  const topics = useContext(Topics);
  return (topic) => topics?.find(({ id }) => id === topic)?.name[locale] ?? topic;
};

/** The topics once they are known: they do not change while a page is open. */
export const useTopicsOf = (desk: Desk | undefined): Overview["topics"] => {
  const [topics, setTopics] = useState<Overview["topics"]>();
  useEffect(() => desk?.store.subscribe(() => setTopics((known) => known ?? desk.store.state().overview?.topics)), [desk]);
  return topics;
};
