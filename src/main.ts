import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";

try {
  const app = await createApp(readConfig());
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void app.close().then(() => process.exit(0));
    });
  }
  console.log(`Ventanilla: ${await app.listen()}`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}
