import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A door before a server on loopback: `cut` breaks every connection and refuses new ones until `mend`. */
export const startProxy = async (port: number) => {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((inward) => {
    if (isCut) {
      inward.destroy();
      return;
    }
    const outward = connect(port, "127.0.0.1");
    for (const [from, to] of [[inward, outward], [outward, inward]] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => undefined);
      from.on("close", () => { sockets.delete(from); to.destroy(); });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => { isCut = false; },
    close: () => { cut(); server.close(); },
  };
};
