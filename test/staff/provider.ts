import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";

export type Provider = Awaited<ReturnType<typeof startProvider>>;

/** Whom the provider says has signed in, and how it lies. */
export type Says = {
  sub?: string; email?: string; emailVerified?: boolean;
  /** In the ID token, instead of its own. */
  issuer?: string; audience?: string; nonce?: string;
  /** In its discovery document, and then in its tokens too. */
  calledItself?: string;
  signedBy?: KeyObject;
  /** Shows a page with a link instead of sending the browser back at once. */
  asks?: boolean;
};

const clientId = "ventanilla";
const clientSecret = "a client's secret";

/** An OpenID Connect provider of a test's own over HTTP: discovery, consent, code with PKCE (S256), tokens, keys. */
export const startProvider = async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
  const world = { says: {} as Says, asked: [] as string[], url: "" };
  const web = express().use(express.urlencoded({ extended: false }));
  const server = createServer(web).listen(0, "127.0.0.1");
  await once(server, "listening");
  // Another name than the service's address: another site to a browser.
  world.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const itself = () => world.says.calledItself ?? world.url;

  web.get("/.well-known/openid-configuration", (_req, res) => {
    res.json({
      issuer: itself(), authorization_endpoint: `${world.url}/authorize`, token_endpoint: `${world.url}/token`, jwks_uri: `${world.url}/keys`,
      id_token_signing_alg_values_supported: ["RS256"], response_types_supported: ["code"], subject_types_supported: ["public"],
    });
  });
  web.get("/keys", (_req, res) => { res.json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] }); });
  web.get("/authorize", (req, res) => {
    const { client_id: client, redirect_uri: redirect = "", state = "", nonce = "", code_challenge: challenge = "", code_challenge_method: method, scope = "" } = req.query as Record<string, string>;
    world.asked.push(scope);
    if (client !== clientId || method !== "S256" || !challenge) return void res.status(400).send("a code with S256 for a known client, please");
    const code = randomUUID();
    codes.set(code, { challenge, nonce, redirect });
    const back = `${redirect}?${new URLSearchParams({ code, state, iss: itself() })}`;
    if (world.says.asks) res.send(`<!doctype html><a href="${back.replaceAll("&", "&amp;")}">Yes, it is me</a>`);
    else res.redirect(back);
  });
  web.post("/token", (req, res) => {
    const { code = "", code_verifier: verifier = "", redirect_uri: redirect, client_id: client, client_secret: secret } = req.body as Record<string, string>;
    const given = codes.get(code);
    codes.delete(code);
    const proven = given && createHash("sha256").update(verifier).digest("base64url") === given.challenge;
    if (!proven || redirect !== given.redirect || client !== clientId || secret !== clientSecret) return void res.status(400).json({ error: "invalid_grant" });
    const { sub = "s-1", email, emailVerified = true, issuer = itself(), audience = clientId, nonce = given.nonce, signedBy = privateKey } = world.says;
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: audience, sub, email, email_verified: emailVerified, nonce, iat: seconds, exp: seconds + 300 };
    res.json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: token(claims, signedBy) });
  });

  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  const environment = { OIDC_ISSUER: world.url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  return Object.assign(world, { environment, close });
};

const token = (claims: object, key: KeyObject): string => {
  const text = [{ alg: "RS256", kid: "one", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
};
