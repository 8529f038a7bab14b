declare module "*.yaml" {
  const words: Record<string, string>;
  export default words;
}
