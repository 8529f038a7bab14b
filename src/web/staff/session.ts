import { auth, call, onSignedOut, signInWays, type Refusal, type Result } from "./api.ts";
import type { Me } from "./contract.ts";
import { forgetDesk, keepFor } from "./desk/kept.ts";
import { createStore } from "./store.ts";

/** Where somebody stands on the way in. `ended`: they were in and the session is over. */
export type Session =
  | { stage: "loading" | "away" }
  | { stage: "out"; ended: boolean }
  | { stage: "code" }
  | { stage: "password" | "enrol"; me: Me }
  | { stage: "in"; me: Me };

const store = createStore<{ session: Session; oidc: boolean }>({ session: { stage: "loading" }, oidc: false });

/** Only until the second factor is enrolled, which asks for it again. */
let lastPassword: string | undefined;

const stand = (session: Session) => { store.set({ session }); };

export const session = {
  store,
  /** Who is it? Asks the service anew. */
  load: async (): Promise<void> => {
    const known = await call<Me>("GET", "me");
    if (known.ok) return stand(stageOf(known.value));
    if (known.status === 0 || known.status >= 500) return stand({ stage: "away" });
    if (store.state().session.stage !== "out") stand({ stage: "out", ended: false });
    void offers();
  },
  signIn: async (email: string, password: string): Promise<Refusal | undefined> => {
    const entered = await auth<{ twoFactorRedirect?: boolean }>("sign-in/email", { email, password });
    if (!entered.ok) return entered;
    lastPassword = password;
    if (entered.value.twoFactorRedirect) stand({ stage: "code" });
    else await session.load();
  },
  giveCode: async (code: string, kind: "totp" | "backup-code"): Promise<Refusal | undefined> => {
    const verified = await auth(`two-factor/verify-${kind}`, { code });
    if (!verified.ok) return verified;
    await session.load();
  },
  /** Back to the first form. */
  leaveCode: () => { stand({ stage: "out", ended: false }); },
  changePassword: async (current: string, next: string): Promise<Refusal | undefined> => {
    const changed = await auth("change-password", { currentPassword: current, newPassword: next });
    if (!changed.ok) return changed;
    lastPassword = next;
    await session.load();
  },
  password: () => lastPassword,
  /** Begins to enrol a second factor: its secret as an address, and the codes to print. */
  enrol: (password: string): Promise<Result<{ totpURI: string; backupCodes: string[] }>> => auth("two-factor/enable", { password }),
  confirmFactor: (code: string): Promise<Result<unknown>> => auth("two-factor/verify-totp", { code }),
  newBackupCodes: (password: string): Promise<Result<{ backupCodes: string[] }>> => auth("two-factor/generate-backup-codes", { password }),
  signOut: async (): Promise<void> => {
    await auth("sign-out", {});
    lastPassword = undefined;
    forgetDesk();
    stand({ stage: "out", ended: false });
  },
  byProvider: async (): Promise<Refusal | undefined> => {
    const offered = await auth<{ url: string }>("sign-in/social", {});
    if (!offered.ok) return offered;
    location.assign(offered.value.url);
  },
};

const stageOf = (me: Me): Session => {
  if (me.mustChangePassword) return { stage: "password", me };
  if (me.mustEnrol) return { stage: "enrol", me };
  lastPassword = undefined;
  keepFor(me.id);
  return { stage: "in", me };
};

/** Whether the agency's own sign-in is offered. */
const offers = async (): Promise<void> => {
  const offered = await signInWays();
  store.set({ oidc: offered.ok && offered.value.oidc });
};

onSignedOut(() => {
  const { stage } = store.state().session;
  if (stage === "in" || stage === "password" || stage === "enrol") stand({ stage: "out", ended: true });
});
