import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type { Cases } from "./cases/cases.ts";
import { doWith, type Handed } from "./casos/deeds.ts";
import { lookUpPage, type Told } from "./casos/page.ts";
import { caseOfPass, passFor } from "./casos/pass.ts";
import { casePage } from "./casos/sheet.ts";
import type { Db } from "./db/open.ts";
import { isLocale } from "./locale.ts";
import { languageOf, privately, sendPrivate } from "./noscript/send.ts";
import type { Texts } from "./text.ts";

export type CasosParts = {
  db: Db;
  cases: Cases;
  texts: Texts;
  /** Signs what lets a page do something with the case that it shows. */
  secret: string;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  now: () => Date;
};

const tries = [60, 60] as const;
const largest = { words: "20kb", files: "52mb" } as const;

/**
 * Cases by radicado and code, mounted at `/casos`: plain forms, no script. Both are sent by POST and stand in no address;
 * no such case and a wrong code are told in the same words.
 */
export const casosRoutes = (parts: CasosParts): Router => {
  const router = express.Router();
  const words = express.urlencoded({ extended: false, limit: largest.words });
  router.use(notTooOften(parts));
  router.get("/", (req, res) => { sendPrivate(res, 200, lookUpPage(parts.texts, languageOf(req))); });
  router.post("/", words, (req, res) => lookUp(parts, req, res));
  router.post("/hacer", express.raw({ type: () => true, limit: largest.files }), (req, res) => act(parts, req, res));
  router.post("/archivo", words, (req, res) => download(parts, req, res));
  router.get("/recibo/:radicado/:token", (req, res) => receipt(parts, req, res));
  return router;
};

const notTooOften = ({ allow, texts }: CasosParts): RequestHandler => async (req, res, next) => {
  if (await allow(`casos:${req.ip}`, ...tries)) return next();
  sendPrivate(res, 429, lookUpPage(texts, languageOf(req), { key: "follow-case.said.too-many", good: false }));
};

const lookUp = async (parts: CasosParts, req: Request, res: Response): Promise<void> => {
  const { cases, db, texts, secret, now } = parts;
  const radicado = field(req.body, "radicado");
  const found = await cases.find(db, { radicado, code: field(req.body, "code"), from: String(req.ip) }, now());
  if (found.status === "found") return show(parts, req, res, found.case.id, passFor(secret, found.case.id, now()));
  const status = found.status === "unknown" ? 404 : 429;
  sendPrivate(res, status, lookUpPage(texts, languageOf(req), { key: `follow-case.said.${found.status}`, good: false }, radicado));
};

const act = async (parts: CasosParts, req: Request, res: Response): Promise<void> => {
  const form = await formIn(req);
  const pass = wordsIn(form, "pass");
  const id = caseOfPass(parts.secret, pass, parts.now());
  if (!form || id === undefined) return sendPrivate(res, form ? 403 : 400, lookUpPage(parts.texts, languageOf(req), { key: form ? "casos.run-out" : "casos.unreadable", good: false }));
  const told = await doWith(parts, id, languageOf(req), await handedIn(form));
  return show(parts, req, res, id, pass, told);
};

const show = async ({ cases, db, texts, now }: CasosParts, req: Request, res: Response, id: string, pass: string, told?: Told): Promise<void> => {
  const found = await cases.look(db, id, now());
  if (!found) return sendPrivate(res, 404, lookUpPage(texts, languageOf(req), { key: "follow-case.said.unknown", good: false }));
  const computation = found.dueOn === null ? [] : await cases.said.computation(db, id);
  sendPrivate(res, told?.good === false ? 422 : 200, casePage(texts, languageOf(req), { found, computation, pass, told }));
};

/** A file of the answer: a download, never a page. */
const download = async ({ cases, db, texts, secret, now }: CasosParts, req: Request, res: Response): Promise<void> => {
  const id = caseOfPass(secret, field(req.body, "pass"), now());
  const wanted = field(req.body, "file");
  const file = id === undefined || !/^[0-9a-f-]{1,40}$/i.test(wanted) ? undefined : await cases.answerFile(db, id, wanted);
  if (!file) return sendPrivate(res, 403, lookUpPage(texts, languageOf(req), { key: "casos.run-out", good: false }));
  give(res, file);
};

const receipt = async ({ cases }: CasosParts, req: Request<{ radicado: string; token: string }>, res: Response): Promise<void> => {
  const asked = req.query["lang"];
  const file = await cases.receiptAt(req.params.radicado, req.params.token, isLocale(asked) ? asked : undefined);
  if (file) give(res, file);
  else res.status(404).set(privately).type("text/plain").send("");
};

const give = (res: Response, { type, name, bytes }: { type: string; name: string; bytes: Uint8Array }): void => {
  res.set({ ...privately, "Content-Security-Policy": "sandbox; default-src 'none'" }).type(type).attachment(name).send(Buffer.from(bytes));
};

const formIn = (req: Request): Promise<FormData | undefined> =>
  Buffer.isBuffer(req.body) && req.body.length > 0
    ? new globalThis.Response(new Uint8Array(req.body), { headers: { "content-type": req.get("content-type") ?? "" } }).formData().catch(() => undefined)
    : Promise.resolve(undefined);

const handedIn = async (form: FormData): Promise<Handed> => {
  const files = form.getAll("files").filter((part) => typeof part !== "string").filter(({ size }) => size > 0);
  return {
    deed: wordsIn(form, "deed"), once: wordsIn(form, "once").slice(0, 60), text: wordsIn(form, "text").slice(0, 4000), useful: wordsIn(form, "useful"),
    files: await Promise.all(files.map(async (file) => ({ name: file.name.slice(-200), bytes: new Uint8Array(await file.arrayBuffer()) }))),
  };
};

/** No NUL and no half of a surrogate pair: PostgreSQL stores neither. */
const clean = (text: string): string => text.replaceAll("\0", "").toWellFormed();

const wordsIn = (form: FormData | undefined, name: string): string => {
  const given = form?.get(name);
  return typeof given === "string" ? clean(given) : "";
};

const field = (body: unknown, name: string): string => {
  const given = (body as Record<string, unknown> | undefined)?.[name];
  return typeof given === "string" ? clean(given).slice(0, 200) : "";
};
