import { expect, test } from "vitest";
import { newCode as ofBooking } from "../../src/appointments/secret.ts";
import { newCode as ofCase } from "../../src/cases/code.ts";
import { withoutCodes } from "../../src/conversation/transcript.ts";

test("a person of the desk reads no code that opens a citizen's case or booking", () => {
  const radicado = "PQR-2026-000123-KT";
  for (let i = 0; i < 200; i++) {
    const codes = [ofCase(), ofBooking()].filter((code) => /[A-Z]/.test(code));
    const read = withoutCodes(`${radicado}: ${codes.join(", ")}. Tel. 3001-2345, 2026-2027`);
    for (const code of codes) expect(read).not.toContain(code);
    expect(read).toContain(radicado);
    expect(read).toContain("3001-2345, 2026-2027");
  }
});
