import type { Config } from "../config.ts";

/**
 * The agency's identity provider. Accounts are made here, never by the provider: it only says who somebody is, by an
 * ID token of exactly the configured issuer whose e-mail is verified and is an account's.
 */
export const oidcProvider = ({ issuer, clientId, clientSecret }: NonNullable<Config["oidc"]>) => ({
  providerId: "oidc" as const,
  discoveryUrl: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
  clientId,
  ...(clientSecret === undefined ? { tokenEndpointAuth: { method: "none" as const } } : { clientSecret }),
  scopes: ["openid", "email", "profile"],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
  disableImplicitSignUp: true,
  // The library has checked the token's signature and audience, against whatever issuer the discovery named.
  accountSubject: ({ tokens }: { tokens: { idToken?: string | undefined } }) => {
    const { iss, sub } = claimsOf(tokens.idToken);
    if (typeof iss !== "string" || bare(iss) !== bare(issuer)) throw new Error(`OIDC_ISSUER: the token is of another issuer than ${issuer}`);
    if (typeof sub !== "string") throw new Error("OIDC_ISSUER: the token names no subject");
    return sub;
  },
});

const bare = (issuer: string) => issuer.replace(/\/+$/, "");

const claimsOf = (token = ""): { iss?: unknown; sub?: unknown } => {
  const body = token.split(".")[1];
  return body ? (JSON.parse(Buffer.from(body, "base64url").toString()) as object) : {};
};
