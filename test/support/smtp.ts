import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server of our own that keeps what it takes; `refuse` answers the next letters with that code instead. */
export const startSmtp = async () => {
  const letters: ParsedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((letter) => {
        const code = refusals.shift();
        if (code === undefined) letters.push(letter);
        done(code === undefined ? null : Object.assign(new Error("not now"), { responseCode: code }));
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters: () => letters,
    to: (address: string) => letters.filter(({ to }) => [to].flat().some((one) => one?.text.includes(address))),
    refuse: (...codes: number[]) => { refusals.push(...codes); },
    close: () => new Promise<void>((resolve) => { server.close(resolve); }),
  };
};
