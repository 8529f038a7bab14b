import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Told = { event: string; id: string; case: Record<string, unknown> };

/** A records system that keeps what it is told, and looks at each signature; `answer` says what it answers next. */
export const startRecords = async (secret: string) => {
  const told: Told[] = [];
  const answers: { status: number; location?: string }[] = [];
  const asked: string[] = [];
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk: Buffer) => { body += chunk.toString(); }).on("end", () => {
      asked.push(req.url!);
      const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(req.headers["x-ventanilla-signature"])) ?? [];
      const isSigned = v1 === createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
      const { status, location } = answers.shift() ?? { status: isSigned ? 200 : 401 };
      if (status === 200) told.push(JSON.parse(body) as Told);
      res.writeHead(status, location ? { location } : {}).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    told, asked,
    answer: (...next: typeof answers) => { answers.push(...next); },
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
};
