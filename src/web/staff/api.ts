/** `status` 0: not reached. `code` has words in `staff.yaml`, under `error`. */
export type Refusal = { ok: false; status: number; code: string; detail?: unknown };
export type Result<T> = { ok: true; value: T } | Refusal;

type Method = "GET" | "POST" | "PATCH" | "DELETE";

const slowestMs = 20_000;
const slowestUploadMs = 120_000;

/** One request to the staff API, made by a person. Never throws. */
export const call = <T>(method: Method, path: string, body?: object): Promise<Result<T>> => ask<T>(method, `/staff/api/${path}`, "staff", body);

/** The same, asked by the page itself: no sign that anybody is there, so it keeps no session alive. */
export const look = <T>(path: string): Promise<Result<T>> => ask<T>("GET", `/staff/api/${path}`, "background");

/** One request to the sign-in library's own routes. Never throws. */
export const auth = <T>(path: string, body: object): Promise<Result<T>> => ask<T>("POST", `/staff/auth/${path}`, "staff", body);

/** How one can sign in here. */
export const signInWays = (): Promise<Result<{ oidc: boolean }>> => ask("GET", "/staff/auth/ways", "background");

let tellSignedOut: () => void = () => undefined;

/** Who wants to know that the session is over. */
export const onSignedOut = (listener: () => void): void => { tellSignedOut = listener; };

const ask = async <T>(method: Method, address: string, by: "staff" | "background", body?: object): Promise<Result<T>> => {
  try {
    const response = await fetch(address, request(method, by, body));
    const answer = (await response.json().catch(() => undefined)) as T & Fault;
    if (response.ok) return { ok: true, value: answer };
    const refusal = refusalOf(response.status, answer);
    if (refusal.code === "signed-out") tellSignedOut();
    return refusal;
  } catch {
    return { ok: false, status: 0, code: "unreachable" };
  }
};

const request = (method: Method, by: string, body: object | undefined): RequestInit => {
  const bytes = body instanceof Blob;
  return {
    method,
    headers: {
      "X-Ventanilla": by,
      ...(body === undefined ? {} : { "content-type": bytes ? "application/octet-stream" : "application/json" }),
    },
    body: bytes ? body : body === undefined ? null : JSON.stringify(body),
    cache: "no-store",
    credentials: "same-origin",
    signal: AbortSignal.timeout(bytes ? slowestUploadMs : slowestMs),
  };
};

/** Ours: `error.code`; the sign-in library's: `code` in capitals. */
type Fault = { error?: { code?: string; detail?: unknown }; code?: string } | undefined;

const refusalOf = (status: number, fault: Fault): Refusal => {
  const code = fault?.error?.code ?? fault?.code?.toLowerCase().replaceAll("_", "-") ?? (status === 429 ? "too-many" : "unknown");
  return { ok: false, status, code, detail: fault?.error?.detail };
};
