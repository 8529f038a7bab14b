import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../../setup/services.ts";
import { isBot, newCitizen, secret } from "../../service/citizen.ts";
import { isFull } from "../../support/bars.ts";
import { endProcesses, startProcess, type Running } from "../../support/process.ts";
import { startSmtp } from "../../support/smtp.ts";

const patience = 600_000;

/** Nobody answers there. */
const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeEach(async () => { smtp = await startSmtp(); });
afterEach(async () => {
  await endProcesses();
  await smtp.close();
});

const start = (environment: Record<string, string>, smtpUrl: string, now: string) =>
  startProcess({ DIRECTLINE_SECRET: secret, MAIL_FROM: "v@ventanilla.example", SMTP_URL: smtpUrl, NOW: now, LOG_LEVEL: "debug", ...environment });

const lines = ["quiero que me remitan a una institución que me ayude", "ayuda legal", "Bucaramanga", "Personería", "sí, estoy de acuerdo", "Zoraida Quintero", "por correo", "zq@correo.example", "omitir", "no me pregunte"];

/** Everything up to the last yes, by one citizen. */
const readyToSend = async ({ url }: Running) => {
  const citizen = await newCitizen(url);
  for (const [at, line] of lines.entries()) {
    expect(await citizen.say(url, line)).toBe(200);
    await citizen.answered(url, at + 1);
  }
  return citizen;
};

const lettersOf = () => smtp.to("personeria@").filter(({ text }) => text?.includes("/referido/"));

/**
 * The yes is killed at once after its acknowledgement, or after its turn: each referral is sent once. The second process has a
 * clock an hour later, so that what could not be sent is due again.
 */
const killedOnce = async (environment: Record<string, string>) => {
  const first = await start(environment, `smtp://127.0.0.1:${await closedPort()}`, "2026-11-23T15:00:00Z");
  const [early, late] = [await readyToSend(first), await readyToSend(first)];
  expect(await late.say(first.url, "sí, enviar")).toBe(200);
  await late.answered(first.url, lines.length + 1);
  await expect.poll(first.output, { timeout: 30_000 }).toContain("mail not sent");
  expect(await early.say(first.url, "sí, enviar")).toBe(200);
  await first.kill();
  expect(lettersOf()).toHaveLength(0);

  const second = await start(environment, smtp.url, "2026-11-23T16:00:00Z");
  const said = await Promise.all([early, late].map((citizen) => citizen.answered(second.url, lines.length + 1)));
  const numbers = said.map((all) => /REF-\d{6}/.exec(all.filter(isBot).map(({ text }) => text).join(" "))![0]);
  expect(new Set(numbers).size).toBe(2);
  await expect.poll(() => lettersOf().length, { timeout: 60_000 }).toBe(2);
  expect(await second.stop()).toBe(0);
  expect(lettersOf().map(({ subject }) => /REF-\d{6}/.exec(subject ?? "")?.[0]).sort()).toEqual(numbers.toSorted());
  const logs = [first, second].map(({ output }) => output()).join("\n");
  for (const personal of ["Zoraida", "Quintero", "zq@correo", "personeria@", "/referido/"]) expect(logs).not.toContain(personal);
};

describe("killed between the consent and the letter", () => {
  const folder = mkdtempSync(join(tmpdir(), "referral-"));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it.runIf(isFull)("sends once with a data folder", () => killedOnce({ DATA_DIR: folder }), patience);

  it("sends once with PostgreSQL", async () => killedOnce({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }), patience);
});
