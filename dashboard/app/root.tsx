import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { data } from "@remix-run/cloudflare";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { ErrorCard } from "#components/error-card.tsx";
import { NavigationBar } from "#components/navigation-bar.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { Toaster } from "#components/toaster.tsx";
import { usePendingForm } from "#components/use-pending-form.ts";
import { NonceContext } from "#nonce.ts";
import { readPreferences } from "#preferences.server.ts";
import stylesheet from "#tailwind.css?url";
import { takeToast } from "#toast.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: isNotFound(error) ? "Page not found · Latchkey" : "Latchkey" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { toast, headers } = await takeToast(request);
  return data({ preferences: readPreferences(request), toast }, { headers });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const root = useRouteLoaderData<typeof loader>("root");
  const pending = usePendingForm("theme")?.get("theme");
  const theme = typeof pending === "string" ? pending : root?.preferences.theme;
  return (
    <html lang={root?.preferences.locale ?? "en"} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only z-50 rounded-lg bg-surface font-medium text-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-4 focus:py-2"
        >
          Skip to content
        </a>
        <NavigationBar />
        {children}
        <Toaster toast={root?.toast ?? null} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <ErrorCard error={useRouteError()} />
    </PublicFrame>
  );
}

function isNotFound(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status === 404;
}
