import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express from "express";
import { pageRoutes } from "../../src/pages.ts";
import { readConfig } from "../../src/config.ts";
import { inProcess } from "../../src/replicas/in-process.ts";
import { createStaff } from "../../src/staff/create.ts";
import type { StaffRoute } from "../../src/staff/route.ts";
import { eachDatabase } from "../setup/databases.ts";
import { quiet } from "../setup/quiet.ts";

export type House = Awaited<ReturnType<typeof startHouse>>;

type Wanted = { open?: (typeof eachDatabase)[number]["open"]; environment?: Record<string, string>; offices?: StaffRoute[] };

/** The staff side and its page by itself, over HTTP and a database of its own: what every office stands on, without the bot. */
export const startHouse = async ({ open = eachDatabase[0]!.open, environment = {}, offices = [] }: Wanted = {}) => {
  const database = await open();
  const { db } = database;
  const stopped = new AbortController();
  const { router, routes } = await createStaff(
    { config: readConfig(environment), db, log: quiet, allow: inProcess(quiet).allow, stopped: stopped.signal }, offices);
  const web = express().use("/staff", router).use(pageRoutes(join(import.meta.dirname, "../../dist")));
  web.set("env", "production");
  const server = createServer(web).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    stopped.abort();
    server.close();
    server.closeIdleConnections();
    await once(server, "close");
    await database.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, db, routes, close };
};
