import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser } from "../support/browser.ts";
import { demoCases, does, fileCase, type Demo } from "../support/demo-cases.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, tabTo, type StaffTab } from "../support/staff-browser.ts";

// A Monday morning in Bogotá.
const now = "2026-11-23T15:00:00Z";
const slow = { timeout: 30_000 };

let app: RunningApp;
let browser: Browser;
let luis: SignedIn;
let eva: SignedIn;
let admin: SignedIn;
let demo: Demo;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: now }), launchBrowser()]);
  luis = await signedIn(app, "case-officer", { name: "Luis Ríos" });
  eva = await signedIn(app, "supervisor", { name: "Eva Soto" });
  admin = await signedIn(app, "administrator", { name: "Ana Ruiz" });
  demo = await demoCases(app, luis, eva);
});
afterAll(async () => { await browser.close(); await app.close(); });

type Case = { state: string; priority: string | null; computation: { day: string; number?: number }[]; notes: unknown[]; unit: string; officer: { id: string } | null };
const caseOf = async (id: string): Promise<Case> => (await (await admin.get(`/staff/api/cases/${id}`)).json()) as Case;

const open = (who: SignedIn, place: string, visit: Partial<Parameters<typeof openStaff>[1]> = {}) => openStaff(browser, { url: app.url, who, path: `/staff/cases${place}`, ...visit });
const row = (page: StaffTab, radicado: string) => page.locator(".case-row", { hasText: radicado });
const pressed = async (page: StaffTab, name: string) => { await page.getByRole("button", { name, exact: true }).click(); };
/** Sends the open dialog and waits until it is done. */
const send = async (page: StaffTab) => {
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog").waitFor({ state: "detached" });
};

test("an officer's round: found, taken, completed, drafted, reviewed by another, answered; the citizen hears each in the chat", async () => {
  const citizen = await openChat(app.url);
  await citizen.say("hola");
  await citizen.until((all) => all.length > 1);
  const filed = await fileCase(app, now, { conversationId: citizen.conversationId, story: "No me han dado respuesta.", asks: "Una respuesta." });
  const mine = await open(luis, "");
  await pressed(mine, "Sin asignar 7");
  await row(mine, filed.radicado).getByRole("link").click();
  await pressed(mine, "Tomar");
  await mine.locator(".case > .note").waitFor();
  expect((await caseOf(filed.id)).officer?.id).toBe(luis.id);

  await pressed(mine, "Pedir que complete");
  await mine.locator("dialog textarea").fill("Envíe el número de su solicitud.");
  await send(mine);
  expect((await caseOf(filed.id)).state).toBe("awaiting-completion");
  await citizen.until((all) => all.some(({ text }) => text.includes("Envíe el número de su solicitud.")));
  await app.app.service.db.db.transaction().execute((trx) => app.app.service.cases.citizen.add(trx, filed.id, { text: "Es la 4411.", files: [] }, new Date(now)));
  await mine.reload();
  await mine.locator(".added", { hasText: "Es la 4411." }).waitFor();

  await mine.locator(".template-choice select").first().selectOption({ index: 2 });
  await expect.poll(() => mine.locator(".draft-text").inputValue(), slow).toContain("…");
  await mine.locator(".draft-text").fill("Su solicitud 4411 quedó aprobada.");
  await mine.reload();
  await expect.poll(() => mine.locator(".draft-text").inputValue(), slow).toBe("Su solicitud 4411 quedó aprobada.");
  await pressed(mine, "Enviar a revisión");
  await mine.locator(".case-main .note", { hasText: "Eva Soto" }).waitFor();
  expect(await mine.getByRole("button", { name: "Aprobar la respuesta" }).count()).toBe(0);

  const hers = await open(eva, "");
  await hers.getByRole("button", { name: /^Por revisar/ }).click();
  await row(hers, filed.radicado).getByRole("link").click();
  await pressed(hers, "Devolver");
  await hers.locator("dialog textarea").fill("Falta la fecha.");
  await send(hers);
  await mine.reload();
  await mine.locator(".case-main .note", { hasText: "Falta la fecha." }).waitFor();
  await mine.locator(".draft-text").fill("Su solicitud 4411 quedó aprobada el 20 de noviembre.");
  await pressed(mine, "Enviar a revisión");
  await mine.locator(".answer-text").waitFor();
  await hers.reload();
  await pressed(hers, "Aprobar la respuesta");
  await send(hers);
  expect((await caseOf(filed.id)).state).toBe("approved");

  await mine.reload();
  await pressed(mine, "Enviar la respuesta");
  await send(mine);
  expect((await caseOf(filed.id)).state).toBe("answered");
  await citizen.until((all) => all.some(({ text }) => text.includes("aprobada el 20 de noviembre")));
  expect([mine.faults, hers.faults]).toEqual([[], []]);
  await Promise.all([mine.own.close(), hers.own.close()]);
});

test("the inbox: by what is due first, lights in words and sign, narrowed by press, kind and radicado, closed ones too", async () => {
  const page = await open(eva, "");
  await row(page, demo.late.radicado).waitFor();
  const radicados = () => page.locator(".case-link").allInnerTexts();
  expect((await radicados()).indexOf(demo.late.radicado)).toBeLessThan((await radicados()).indexOf(demo.today.radicado));
  for (const [filed, light] of [[demo.late, "over"], [demo.today, "red"], [demo.soon, "amber"], [demo.named, "green"], [demo.praise, "none"]] as const) {
    const sign = row(page, filed.radicado).locator(".light");
    expect([light, await sign.getAttribute("class"), await sign.locator("svg").count()]).toEqual([light, `light ${light}`, 1]);
    expect((await sign.innerText()).length).toBeGreaterThan(4);
  }
  expect(await page.locator("body").innerText()).not.toMatch(/Ana Pérez|certificado/);
  await page.locator(".light-button.over").click();
  await expect.poll(radicados, slow).toEqual([demo.late.radicado]);
  await page.locator(".light-button.over").click();
  await page.locator(".case-filters select").first().selectOption("compliment");
  await expect.poll(radicados, slow).toEqual([demo.praise.radicado]);
  await page.locator(".case-filters select").first().selectOption("");
  await page.locator(".case-filters select").last().selectOption("in-review");
  await expect.poll(radicados, slow).toEqual([demo.reviewing.radicado]);
  await page.locator("input[name=radicado]").fill(demo.answered.radicado.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect.poll(radicados, slow).toEqual([demo.answered.radicado]);
  await page.locator("input[name=radicado]").fill("PQR-2026-999999-BB");
  await page.keyboard.press("Enter");
  await expect.poll(radicados, slow).toEqual([]);
  await page.own.close();
});

test("who asked for reserve is shown to those who supervise only; what another officer has is not opened", async () => {
  const mine = await open(luis, `/${demo.reserved.id}`);
  await mine.locator(".case-side .note").waitFor();
  expect(await mine.locator("body").innerText()).not.toMatch(/Ana Pérez|52123456|ana@example.org/);
  await mine.goto(`${app.url}/staff/cases/${demo.answered.id}`);
  await mine.locator(".fault:not(:empty)").waitFor();
  expect(await mine.locator(".case-main").count()).toBe(0);
  const hers = await open(eva, `/${demo.reserved.id}`);
  await hers.locator(".case-side", { hasText: "Ana Pérez" }).waitFor();
  await Promise.all([mine.own.close(), hers.own.close()]);
});

test("what people wrote stays text, and their files are downloaded, not shown", async () => {
  const nasty = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
  const filed = await fileCase(app, now, { story: nasty, asks: nasty, place: nasty });
  const page = await open(luis, `/${filed.id}`);
  await page.locator(".story").waitFor();
  expect([await page.locator(".story").innerText(), await page.locator("main img, main script").count()]).toEqual([nasty, 0]);
  expect(await page.title()).not.toBe("run");
  await page.goto(`${app.url}/staff/cases/${demo.named.id}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".files a").click()]);
  expect([download.suggestedFilename(), readFileSync(await download.path(), "utf8").slice(0, 4)]).toEqual(["comprobante de pago.pdf", "%PDF"]);
  await page.own.close();
});

test("a deadline shows its own computation, day by day, as it was counted", async () => {
  const page = await open(luis, `/${demo.named.id}`, { lang: "en" });
  await page.locator(".computation summary").click();
  const { computation } = await caseOf(demo.named.id);
  expect(await page.locator(".computation time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")))).toEqual(computation.map(({ day }) => day));
  expect(await page.locator(".computation tbody tr:not(.uncounted)").count()).toBe(15);
  expect((await page.locator(".computation tbody tr").last().innerText())).toContain("15");
  await page.own.close();
});

test("deeds say what follows, are done once, and a refusal is said in words", async () => {
  const page = await open(eva, `/${demo.soon.id}`);
  const more = async (name: string) => {
    await page.locator(".more summary").waitFor();
    if (!(await page.locator(".more").evaluate((box: HTMLDetailsElement) => box.open))) await page.locator(".more summary").click();
    await pressed(page, name);
  };
  await more("Prioridad");
  await page.locator("dialog select").selectOption("fundamental-right");
  await page.locator("dialog textarea").fill("Se afecta el mínimo vital.");
  await send(page);
  expect((await caseOf(demo.soon.id)).priority).toBe("fundamental-right");
  await pressed(page, "Asignar");
  await page.locator("dialog select").selectOption("unit:legal");
  await send(page);
  expect((await caseOf(demo.soon.id)).unit).toBe("legal");
  await pressed(page, "Trasladar a otra autoridad");
  await page.locator("dialog input[name=to]").fill("Superintendencia");
  await page.locator("dialog textarea").fill("Por competencia.");
  await send(page);
  await page.locator(".case > .note", { hasText: "artículo 21" }).waitFor();
  expect((await caseOf(demo.soon.id)).state).toBe("transferred");
  await page.goto(`${app.url}/staff/cases/${demo.late.id}`);
  await pressed(page, "Prorrogar");
  await page.locator("dialog input[name=days]").fill("5");
  await page.locator("dialog textarea").fill("Falta un dato.");
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog .fault:not(:empty)").waitFor();
  expect(await page.locator("dialog .fault").innerText()).not.toMatch(/case-|409/);
  await page.own.close();
});

test("a civic day first says how many deadlines move, then moves them, and whoever holds them finds it in the menu", async () => {
  await does(luis, demo.english, "assign", { officer: luis.id });
  const page = await open(admin, "/civic");
  await pressed(page, "Agregar un día cívico");
  await page.locator("dialog input[name=day]").fill("2026-12-03");
  await page.locator("dialog input[name=norm]").fill("Decreto 900 de 2026");
  await page.locator("dialog input[name=es]").fill("Duelo nacional");
  await page.locator("dialog input[name=en]").fill("National mourning");
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog .note").waitFor();
  const promised = /\d+/.exec(await page.locator("dialog .note").innerText())?.[0];
  expect(Number(promised)).toBeGreaterThan(2);
  expect((await caseOf(demo.english.id)).computation.some(({ day }) => day === "2026-12-07")).toBe(false);
  await send(page);
  await expect.poll(async () => /\d+/.exec(await page.locator(".sheet > .note").innerText())?.[0], slow).toBe(promised);
  await page.locator("tbody tr", { hasText: "Decreto 900 de 2026" }).waitFor();
  expect((await caseOf(demo.english.id)).computation.at(-1)?.day).toBe("2026-12-07");

  const mine = await open(luis, "/alerts");
  await mine.locator(".card-row .tag").first().waitFor();
  await expect.poll(() => mine.locator(".unseen").count(), slow).toBe(0);
  await mine.locator(".card-row", { hasText: demo.english.radicado }).waitFor();
  await Promise.all([page.own.close(), mine.own.close()]);
});

test("alerts are counted in the menu until they are looked at", async () => {
  await app.app.service.caseJobs.sweep();
  const page = await open(eva, "");
  await page.locator(".pages .unseen").waitFor();
  expect(Number(await page.locator(".pages .unseen").innerText())).toBeGreaterThan(0);
  await page.locator(".sections a", { has: page.locator(".unseen") }).click();
  await expect.poll(() => page.locator(".unseen").count(), slow).toBe(0);
  await page.reload();
  await page.locator(".card-row").first().waitFor();
  expect(await page.locator(".unseen, .card-row .tag").count()).toBe(0);
  await page.own.close();
});

test("one answer for more than ten alike: selected in the inbox, approved by another, all answered", async () => {
  const alike = [];
  for (let i = 0; i < 11; i++) alike.push(await fileCase(app, now, { kind: "petition-consultation", story: `Pregunto lo mismo que los demás, ${i}.`, locale: i % 2 ? "en" : "es" }));
  const mine = await open(luis, "");
  await mine.locator(".case-filters select").first().selectOption("petition-consultation");
  await row(mine, alike[10]!.radicado).waitFor();
  for (const { radicado } of alike.slice(0, 10)) await row(mine, radicado).getByRole("checkbox").check();
  expect(await mine.locator(".chosen .primary").count()).toBe(0);
  await row(mine, alike[10]!.radicado).getByRole("checkbox").check();
  await mine.locator(".chosen .primary").click();
  await mine.locator("dialog textarea[name=es]").fill("Para todos: sí.");
  await mine.locator("dialog textarea[name=en]").fill("For all: yes.");
  await send(mine);
  await mine.locator(".card-row .note").waitFor();
  expect(await mine.locator(".card-row .primary").count()).toBe(0);
  const hers = await open(eva, "/together");
  await hers.locator(".card-row .primary").click();
  await send(hers);
  for (const { id } of alike) expect((await caseOf(id)).state).toBe("answered");
  await Promise.all([mine.own.close(), hers.own.close()]);
});

test("cases go out as a table and as JSON, for those who supervise", async () => {
  const page = await open(eva, "");
  await pressed(page, "Exportar");
  await page.locator("dialog input").first().fill("2026-10-01");
  await page.locator("dialog input").last().fill("2026-11-30");
  const [table] = await Promise.all([page.waitForEvent("download"), page.locator("dialog a").last().click()]);
  const csv = readFileSync(await table.path(), "utf8");
  expect(csv).toContain(demo.named.radicado);
  expect(csv).not.toMatch(/Ana Pérez|52123456/);
  const [json] = await Promise.all([page.waitForEvent("download"), page.locator("dialog a").first().click()]);
  expect((JSON.parse(readFileSync(await json.path(), "utf8")) as { radicado: string }[]).map(({ radicado }) => radicado)).toContain(demo.late.radicado);
  const mine = await open(luis, "");
  await row(mine, demo.late.radicado).waitFor();
  expect(await mine.getByRole("button", { name: "Exportar" }).count()).toBe(0);
  await Promise.all([page.own.close(), mine.own.close()]);
});

test("by keyboard alone: from the inbox to a case, a note, a draft, and back to where one was", async () => {
  const filed = await fileCase(app, now, { kind: "complaint", story: "Nadie contesta el teléfono." });
  const page = await open(luis, "");
  await row(page, filed.radicado).waitFor();
  await tabTo(page, `a[data-case="${filed.id}"]`);
  await page.keyboard.press("Enter");
  await page.locator("h1:focus", { hasText: filed.radicado }).waitFor();
  await tabTo(page, ".case-deeds .primary");
  await page.keyboard.press("Enter");
  await page.locator(".draft-text").waitFor();
  await page.locator("h1:focus").waitFor();
  await tabTo(page, ".draft-text");
  await page.keyboard.type("Ya lo revisamos.");
  await tabTo(page, ".case-main .dialog-buttons .secondary");
  await page.keyboard.press("Enter");
  await page.locator(".case .history li", { hasText: "Borrador" }).waitFor();
  await tabTo(page, ".case-side .notes + .secondary, .case-side .quiet-words + .secondary");
  await page.keyboard.press("Enter");
  await page.locator("dialog textarea:focus").waitFor();
  await page.keyboard.type("Llamar el martes");
  await tabTo(page, "dialog button[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator(".notes li", { hasText: "Llamar el martes" }).waitFor();
  await tabTo(page, ".case-back");
  await page.keyboard.press("Enter");
  await page.locator(`a[data-case="${filed.id}"]:focus`).waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});
