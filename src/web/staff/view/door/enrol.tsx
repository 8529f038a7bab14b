import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import { session } from "../../session.ts";
import { faultWords } from "../../words.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { AppCode } from "./code.tsx";
import { Door } from "./door.tsx";
import { QrCode } from "./qr-code.tsx";

type Offer = { totpURI: string; backupCodes: string[] };

/** The second factor at the first sign-in: scan, confirm with a code, keep the printed codes. */
export const Enrol = () => {
  const { say } = useSpeech();
  const [offer, setOffer] = useState<Offer>();
  const [confirmed, setConfirmed] = useState(false);
  if (!offer) return <Door title={say("door.enrol.title")}><Begin onOffer={setOffer} /></Door>;
  if (!confirmed) return <Door title={say("door.enrol.title")}><Scan offer={offer} onConfirmed={() => setConfirmed(true)} /></Door>;
  return (
    <Door title={say("codes.title")}>
      <BackupCodes codes={offer.backupCodes} onKept={() => { void session.load(); }} />
    </Door>
  );
};

/** Asks for the password, unless it was just given at the sign-in. */
const Begin = ({ onOffer }: { onOffer: (offer: Offer) => void }) => {
  const { say, locale } = useSpeech();
  const begin = async (password: string): Promise<Refusal | undefined> => {
    const offered = await session.enrol(password);
    if (!offered.ok) return offered;
    onOffer(offered.value);
  };
  const { busy, refusal, setRefusal, onSubmit } = useForm(({ password = "" }) => begin(password));
  const known = session.password();
  useEffect(() => { if (known !== undefined) void begin(known).then(setRefusal); }, []);
  return (
    <form onSubmit={onSubmit}>
      <p>{say("door.enrol.why")}</p>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      {(known === undefined || refusal) && (
        <>
          <Field label={say("field.password")} name="password" type="password" autoComplete="current-password" required />
          <button type="submit" class="primary wide-button" aria-disabled={busy}>{say("door.enrol.begin")}</button>
        </>
      )}
    </form>
  );
};

const Scan = ({ offer, onConfirmed }: { offer: Offer; onConfirmed: () => void }) => {
  const { say, locale } = useSpeech();
  const { busy, refusal, onSubmit } = useForm(async ({ code = "" }) => {
    const confirmed = await session.confirmFactor(code.replace(/\s/g, ""));
    if (!confirmed.ok) return confirmed;
    onConfirmed();
  });
  return (
    <form onSubmit={onSubmit}>
      <p>{say("door.enrol.scan")}</p>
      <QrCode text={offer.totpURI} label={say("door.enrol.qr")} />
      <p>{say("door.enrol.key")}</p>
      <p class="secret"><code>{secretIn(offer.totpURI)}</code></p>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <AppCode />
      <button type="submit" class="primary wide-button" aria-disabled={busy}>{say("door.enrol.confirm")}</button>
    </form>
  );
};

/** In groups of four, as one types it. */
const secretIn = (uri: string): string => (new URL(uri).searchParams.get("secret") ?? "").replace(/(.{4})(?=.)/g, "$1 ");
