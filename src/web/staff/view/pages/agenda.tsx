import type { AgendaOffice, ServiceNames } from "../../agenda/contract.ts";
import type { Me } from "../../contract.ts";
import { route } from "../../route.ts";
import { useStore } from "../../store.ts";
import { OfficeAgenda } from "../agenda/office-agenda.tsx";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet } from "./sheet.tsx";

/** The agenda of the offices, one at a time: `/staff/agenda/<office>`. */
export const AgendaPage = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const { place } = useStore(route);
  const offices = useLoaded<AgendaOffice[]>("agenda/offices");
  const services = useLoaded<ServiceNames>("agenda/services");
  const office = offices.value?.find(({ id }) => id === place) ?? offices.value?.[0];
  if (offices.value && services.value && office) return <OfficeAgenda key={office.id} me={me} office={office} offices={offices.value} services={services.value} />;
  return (
    <Sheet title={say("page.agenda")} loaded={offices.value ? services : offices}>
      {offices.value?.length === 0 && <p class="quiet-words">{say("agenda.no-office")}</p>}
    </Sheet>
  );
};
