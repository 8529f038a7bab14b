import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Filing } from "../../src/cases/types.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { consents } from "./stage.ts";

const api = "/staff/api/cases";

type Line = { id: string; radicado: string; light: string; dueOn: string | null };

let app: RunningApp;
let [ana, luis, boss, observer]: SignedIn[] = [];
const cases = () => app.app.service.cases;

beforeAll(async () => {
  app = await startApp({ NOW: "2026-11-23T10:00:00-05:00" });
  ana = await signedIn(app, "case-officer", { name: "Ana" });
  luis = await signedIn(app, "case-officer", { name: "Luis" });
  boss = await signedIn(app, "administrator");
  observer = await signedIn(app, "observer");
}, 300_000);
afterAll(() => app.close());

const file = (filing: Partial<Filing> = {}) => app.app.service.db.db.transaction().execute((trx) => cases().file(trx, {
  key: randomUUID(), channel: "web", locale: "es", kind: "complaint", identity: { is: "anonymous" }, story: "No me quisieron recibir los papeles.", consents: [], files: [], ...filing,
}, cases().now()));
const post = async (who: SignedIn | undefined, path: string, body: unknown = {}) => {
  const response = await who!.send("POST", `${api}/${path}`, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const get = async <T>(who: SignedIn | undefined, path: string) => (await (await who!.get(`${api}${path}`)).json()) as T;

describe("the case desk over HTTP", () => {
  it("shows what is due first, with its light, and finds a number however it is typed", async () => {
    const filed = [await file({ kind: "petition-consultation" }), await file(), await file({ kind: "petition-copies" }), await file({ kind: "compliment" })];
    const { cases: lines, counts, lights } = await get<{ cases: Line[]; counts: object; lights: object }>(ana, "?state=open");
    expect(lines.map(({ radicado }) => radicado)).toEqual([2, 1, 0, 3].map((i) => filed[i]!.radicado));
    expect(lines.map(({ light }) => light)).toEqual(["green", "green", "green", "none"]);
    expect(counts).toEqual({ mine: 0, unassigned: 4, toReview: 0 });
    expect(lights).toEqual({ green: 3, amber: 0, red: 0, over: 0, none: 1 });
    const typed = encodeURIComponent(filed[1]!.radicado.toLowerCase().replaceAll("-", " "));
    expect((await get<{ cases: Line[] }>(ana, `?radicado=${typed}`)).cases).toMatchObject([{ id: filed[1]!.id }]);
    const shown = JSON.stringify(await get(observer, ""));
    expect(shown).toContain(filed[0]!.radicado);
    expect(shown).not.toContain("papeles");
    expect((await observer!.get(`${api}/${filed[0]!.id}`)).status).toBe(403);
  });

  it("takes a case from its filing to its answer, with four eyes and every deed on record", async () => {
    const person = { name: "Rosa Díaz", document: { type: "cc", number: "52000111" } };
    const { id, radicado } = await file({ identity: { is: "named", person }, consents });
    expect(await post(ana, `${id}/draft`, { text: "x" })).toMatchObject({ status: 403 });
    expect(await post(ana, `${id}/assign`, { officer: ana!.id })).toEqual({ status: 200, body: { done: true } });
    expect(await post(luis, `${id}/assign`, { officer: luis!.id })).toMatchObject({ status: 403, body: { error: { code: "not-allowed" } } });
    expect(await post(ana, `${id}/extend`, { days: 16, reason: "r" })).toMatchObject({ status: 409, body: { error: { code: "case-over-double", detail: { by: "15" } } } });
    expect(await post(ana, `${id}/extend`, { days: 5 })).toMatchObject({ status: 422 });
    await post(ana, `${id}/note`, { text: "Llamar a la oficina de Cali" });
    await post(ana, `${id}/draft`, { text: "Le pedimos disculpas y recibimos sus papeles." });
    expect(await post(ana, `${id}/attach?name=..%2Facta.exe`, new Uint8Array(Buffer.from("MZ program")))).toMatchObject({ status: 422, body: { error: { code: "case-file-type" } } });
    expect(await post(ana, `${id}/attach?name=..%2Facta.exe`, new Uint8Array(Buffer.from("%PDF-1.7 acta")))).toMatchObject({ status: 200 });
    await post(ana, `${id}/ask-review`);
    expect(await post(ana, `${id}/review`, { approve: true })).toMatchObject({ status: 409, body: { error: { code: "case-own-draft" } } });
    expect(await post(luis, `${id}/review`, { approve: false })).toMatchObject({ status: 422 });
    expect(await post(luis, `${id}/review`, { approve: true })).toMatchObject({ status: 200 });
    expect(await post(ana, `${id}/answer`)).toMatchObject({ status: 200 });
    const detail = await get<{ person: object; notes: object[]; files: { id: string; name: string }[]; history: { did: string; by: string }[]; computation: object[] }>(ana, `/${id}`);
    expect(detail).toMatchObject({ radicado, state: "answered", person: { name: "Rosa Díaz" }, notes: [{ by: "Ana" }], files: [{ name: "acta.pdf", side: "answer" }] });
    expect(detail.history.map(({ did, by }) => `${did} ${by}`)).toEqual([
      "filed citizen", "assigned Ana", "noted Ana", "drafted Ana", "attached Ana", "review-asked Ana", "approved Luis", "answered Ana",
    ]);
    expect(detail.computation).toHaveLength(23);
    const download = await luis!.get(`${api}/${id}/files/${detail.files[0]!.id}`);
    expect(download.status).toBe(404);
    const own = await ana!.get(`${api}/${id}/files/${detail.files[0]!.id}`);
    expect(own.headers.get("content-disposition")).toContain("attachment");
    expect(own.headers.get("content-security-policy")).toContain("sandbox");
    const { entries } = (await (await boss!.get(`/staff/api/audit?who=${ana!.id}`)).json()) as { entries: { did: string; on?: string; detail?: { refused?: string } }[] };
    expect(entries.filter(({ on }) => on?.startsWith(id)).map(({ did, detail: told }) => `${did}${told?.refused ? ` ${told.refused}` : ""}`).toReversed().slice(0, 4)).toEqual([
      "case-draft not-allowed", "case-assign", "case-extend case-over-double", "case-extend bad-input",
    ]);
  });

  it("lets an administrator alone enter a civic day, once it was seen what it moves", async () => {
    const { id } = await file();
    const day = { day: "2026-12-14", norm: "Decreto 100 de 2026", es: "Día cívico", en: "Civic day" };
    const preview = await post(boss, "civic/preview", { day: day.day });
    expect((await post(ana, "civic", day)).status).toBe(403);
    expect(await post(boss, "civic", day)).toEqual({ status: 201, body: { moved: preview.body["moves"] } });
    expect(await post(boss, "civic", day)).toMatchObject({ status: 409, body: { error: { code: "case-known-already" } } });
    expect(await get(boss, `/${id}`)).toMatchObject({ dueOn: "2026-12-16" });
    expect(await get(ana, "/civic")).toMatchObject({ days: [{ day: "2026-12-14", norm: day.norm, revoked: null }] });
    expect(await post(boss, "civic/2026-12-14/revoke", { reason: "Se derogó" })).toMatchObject({ status: 200 });
  });

  it("exports for who supervises, as a download, without who it is from", async () => {
    expect((await ana!.get(`${api}/export.csv?from=2026-11-01&to=2026-11-30`)).status).toBe(403);
    const csv = await boss!.get(`${api}/export.csv?from=2026-11-23&to=2026-11-23`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const text = await csv.text();
    expect(text.trim().split("\r\n").length).toBe(7);
    expect(text).not.toContain("Rosa");
    expect((await get<object[]>(boss, "/export.json?from=2026-11-23&to=2026-11-23"))).toHaveLength(6);
    expect((await boss!.get(`${api}/export.json?from=2026-11-24&to=2026-11-23`)).status).toBe(422);
  });

  it("has templates in both languages, and says whom a case can be given to", async () => {
    const [es, en] = await Promise.all(["es", "en"].map((locale) => get<{ templates: { id: string; text: string }[] }>(ana, `/templates?locale=${locale}`)));
    expect(es!.templates.map(({ id }) => id)).toEqual(en!.templates.map(({ id }) => id));
    expect(es!.templates.length).toBeGreaterThan(3);
    expect(es!.templates[0]!.text).not.toBe(en!.templates[0]!.text);
    const { officers, units, today } = await get<{ officers: { name: string }[]; units: object[]; today: string }>(ana, "/setup");
    expect([officers.map(({ name }) => name), units.length > 0, today]).toEqual([["Ana", "Luis", "administrator"], true, "2026-11-23"]);
  });
});
