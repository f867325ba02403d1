import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** The pages of an organization that mails and Stripe link to without naming one. */
const shortLinks = [
  "activity",
  "assistants",
  "billing",
  "clients",
  "connect",
  "connections",
  "keys",
  "settings",
  "team",
  "usage",
];

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/*.test.ts", "**/short-link.ts"],
      routes: (defineRoutes) =>
        defineRoutes((route) => {
          for (const page of shortLinks) route(`${page}/*?`, "routes/short-link.ts", { id: `short-${page}` });
        }),
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
    tailwindcss(),
  ],
  // An external React would be bundled again by wrangler, which picks its development build.
  ssr: { noExternal: true, resolve: { conditions: ["workerd", "worker", "browser"] } },
  resolve: { mainFields: ["browser", "module", "main"] },
  define: { "process.env.NODE_ENV": '"production"' },
});
