import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { getLegalText } from "#legal/get-legal-text.server.ts";
import { LegalPage } from "#legal/legal-page.tsx";

export const meta: MetaFunction = () => [{ title: "Privacy policy · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return getLegalText(args, "privacy");
}

export default function PrivacyPage() {
  return <LegalPage text={useLoaderData<typeof loader>()} />;
}
