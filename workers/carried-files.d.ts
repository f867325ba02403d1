/* What the rules in wrangler.toml put into the Worker as it is. */

declare module "*.md" {
  const text: string;
  export default text;
}

declare module "*.svg" {
  const text: string;
  export default text;
}

declare module "*.png" {
  const bytes: ArrayBuffer | Uint8Array<ArrayBuffer>;
  export default bytes;
}
