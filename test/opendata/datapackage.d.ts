/** What the tests use of it; the package has no types of its own. */
declare module "datapackage" {
  type Resource = { name: string; read: (options: { keyed: true }) => Promise<Record<string, unknown>[]>; checkRelations: () => Promise<boolean> };
  export class Package {
    static load(descriptor: string, options: { basePath: string; strict?: boolean }): Promise<Package>;
    valid: boolean;
    errors: unknown[];
    resources: Resource[];
    getResource(name: string): Resource;
  }
}
