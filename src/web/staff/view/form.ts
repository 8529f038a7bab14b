import { useState } from "preact/hooks";
import type { Refusal } from "../api.ts";

/**
 * A form that is sent once at a time. `send` gets the fields by name and answers what was refused, if anything was.
 */
export const useForm = (send: (fields: Record<string, string>) => Promise<Refusal | undefined>) => {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const fields = Object.fromEntries([...new FormData(event.currentTarget as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setRefusal(undefined);
    setRefusal(await send(fields));
    setBusy(false);
  };
  return { busy, refusal, setRefusal, onSubmit: (event: Event) => { void onSubmit(event); } };
};
