import type { D1Migration } from "cloudflare:test";
import type { Env as ProductEnv } from "#env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends ProductEnv {
      SANDBOX: Fetcher;
      /** There while the list of frozen statements is made anew. */
      FREEZER?: Fetcher;
      TEST_MIGRATIONS: D1Migration[];
    }
    interface GlobalProps {
      mainModule: typeof import("../sandbox/product.ts");
    }
  }
}
