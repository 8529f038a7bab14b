import { checkContent, line } from "../content.ts";

const faults = checkContent(new Date(), process.argv[2]);
for (const fault of faults) console.log(line(fault));
console.log(faults.length === 0 ? "content: no faults" : `content: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
