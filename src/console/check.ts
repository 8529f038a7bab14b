import { join } from "node:path";
import { checkContent, line } from "../content.ts";
import { hardest, measure, readingFaults, readingSummary } from "../reading/check.ts";

/** How many of the hardest texts of each language `-- --reading` prints. */
const most = 30;

const given = process.argv.slice(2);
const root = given.find((word) => !word.startsWith("--")) ?? join(import.meta.dirname, "../..");
const content = checkContent(new Date(), root);
const measured = measure(root);
const faults = [...content, ...readingFaults(root, measured)];
for (const fault of faults) console.log(line(fault));
if (given.includes("--reading")) for (const text of hardest(measured, most)) console.log(text);
for (const summary of readingSummary(measured)) console.log(summary);
console.log(faults.length === 0 ? "content: no faults" : `content: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
