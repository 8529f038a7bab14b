import { readFileSync } from "node:fs";
import { z } from "zod";
import { drawFault } from "../appointments/draw.ts";

const published = z.object({
  id: z.string(), commitment: z.string(), seed: z.string(), listHash: z.string(), entries: z.array(z.string()), order: z.array(z.string()),
});

const [place] = process.argv.slice(2);
if (place === undefined) {
  console.error("usage: npm run draw -- FILE-OR-ADDRESS   (the JSON of /datos/sorteos/<id>)");
  process.exit(1);
}
const text = URL.canParse(place) ? await (await fetch(place)).text() : readFileSync(place, "utf8");
const draw = published.parse(JSON.parse(text));
const fault = drawFault(draw);
if (fault) {
  console.log(`${draw.id}: wrong: its ${fault} does not follow from its seed and entries`);
  process.exit(1);
}
console.log(`${draw.id}: right. ${draw.entries.length} entries; in this order:`);
for (const [place, ticket] of draw.order.entries()) console.log(`${place + 1}\t${ticket}`);
