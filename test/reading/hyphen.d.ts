declare module "hyphen/es" {
  export const hyphenateSync: (text: string, options: { hyphenChar: string; minWordLength: number }) => string;
}
