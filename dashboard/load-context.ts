import type { GetLoadContextFunction } from "@remix-run/cloudflare-pages";

export interface Env {
  /** The named entrypoint `Dashboard` of the Worker: the dashboard's only source of data. */
  API: { fetch(request: Request): Promise<Response> };
}

declare module "@remix-run/cloudflare" {
  interface AppLoadContext {
    cloudflare: { env: Env };
    /** Made by functions/_middleware.ts, which also puts it into the Content-Security-Policy. */
    nonce: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

export const getLoadContext: GetLoadContextFunction<Env> = ({ context: { cloudflare } }) => ({
  cloudflare: { env: cloudflare.env },
  nonce: String(cloudflare.data.nonce),
});
