import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AgendaOffice, ServiceNames } from "../../agenda/contract.ts";
import { named } from "../../words.ts";
import { useSpeech } from "../speech.ts";

/** The office that is shown, and what its services are called. */
export const OfficeShown = createContext<{ office: AgendaOffice; services: ServiceNames } | undefined>(undefined);

/** Names in the language of the page. */
export const useNames = () => {
  const { locale } = useSpeech();
  const { office, services } = useContext(OfficeShown)!;
  return {
    office,
    service: (id: string): string => services[id]?.[locale] ?? id,
    counter: (id: string): string => named("counter", id, locale),
  };
};
