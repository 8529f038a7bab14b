import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Graph } from "schema-dts";
import ts from "typescript";

type Document = { "@context": Graph["@context"]; "@graph": readonly object[] };

const root = join(import.meta.dirname, "../..");

/**
 * What the types of all schema.org (schema-dts) have against each document: none when it is valid. Each node of a graph stands
 * on its own as a literal, so that a property that schema.org does not have is a fault.
 */
export const schemaFaults = (documents: readonly Document[]): string[][] => {
  const folder = mkdtempSync(join(root, "dist", "schema-"));
  try {
    const files = documents.map((document, at) => {
      const file = join(folder, `${at}.ts`);
      writeFileSync(file, moduleOf(document));
      return file;
    });
    const program = ts.createProgram(files, { noEmit: true, strict: true, skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] });
    return files.map((file) => [...program.getSyntacticDiagnostics(program.getSourceFile(file)), ...program.getSemanticDiagnostics(program.getSourceFile(file))]
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0]!));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The type that a node claims is the one that it is read as. */
const moduleOf = ({ "@context": context, "@graph": nodes }: Document): string => {
  const types = [...new Set(nodes.map((node) => (node as { "@type": string })["@type"]))];
  return [
    `import type { WithContext, ${types.join(", ")} } from "schema-dts";`,
    ...nodes.map((node, at) => `export const _${at}: WithContext<${(node as { "@type": string })["@type"]}> = ${JSON.stringify({ "@context": context, ...node })};`),
  ].join("\n");
};
