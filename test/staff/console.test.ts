import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runStaff } from "../../src/console/staff.ts";
import { enrol, staffPage } from "../support/staff.ts";
import { isIn, password } from "./door.ts";
import { startHouse, type House } from "./house.ts";

let house: House;
beforeAll(async () => { house = await startHouse(); });
afterAll(() => house.close());

const run = (line: string) => runStaff(house.db, line.split(" "));
const passwordIn = (lines: string[]) => /once: (\S+)$/m.exec(lines.join("\n"))![1]!;

describe("npm run staff", () => {
  it("adds a member with a start password that opens the door", async () => {
    const lines = await run("add Ana@Example.org --name Ana --role administrator --language es,en --skill refugio --skill visas");
    const page = staffPage(house.url);
    expect((await password(page, "ana@example.org", passwordIn(lines))).status).toBe(200);
    await enrol(page, passwordIn(lines));
    expect(await (await page.get("/staff/api/me")).json()).toMatchObject({ name: "Ana", role: "administrator", locales: ["es", "en"], skills: ["refugio", "visas"], mustChangePassword: true });
    expect(await run("list")).toEqual([expect.stringMatching(/^ana@example\.org\tAna\tadministrator\tes,en\trefugio,visas\tenabled\tsecond factor\t\d{4}-/)]);
  });

  it("disables, enables and resets by e-mail", async () => {
    const first = passwordIn(await run("add eva@example.org --name Eva --role advisor"));
    const page = staffPage(house.url);
    await password(page, "eva@example.org", first);
    expect(await isIn(page)).toBe(true);
    await run("disable eva@example.org");
    expect([await isIn(page), (await password(page, "eva@example.org", first)).status]).toEqual([false, 401]);
    await run("enable EVA@example.org");
    expect((await password(page, "eva@example.org", first)).status).toBe(200);
    const second = passwordIn(await run("reset eva@example.org"));
    expect([await isIn(page), (await password(page, "eva@example.org", first)).status]).toEqual([false, 401]);
    expect((await password(page, "eva@example.org", second)).status).toBe(200);
  });

  it.each([
    ["add ana@example.org --name Ana --role observer", "has an account already"],
    ["add nobody --role king", /email: [^]*role: /],
    ["add x@example.org --nam X", "npm run staff -- add EMAIL"],
    ["disable ana@example.org", "only administrator"],
    ["reset who@example.org", "no account who@example.org (accounts: ana@example.org"],
    ["dismiss ana@example.org", 'no command "dismiss"'],
    ["list all of them", "npm run staff -- list"],
  ])("says what is wrong with: %s", async (line, message) => {
    await expect(run(line)).rejects.toThrow(message);
  });
});
