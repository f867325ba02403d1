import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { findSession } from "#auth/find-session.server.ts";
import { LinkButton } from "#components/button.tsx";
import { PublicFrame } from "#components/public-frame.tsx";
import { PublicLinks } from "#components/public-links.tsx";
import { useFormat } from "#format.ts";
import { Conversation } from "#landing/conversation.tsx";
import { Promises } from "#landing/promises.tsx";
import { toLastOrganization } from "#last-organization.ts";

export const meta: MetaFunction = () => [
  { title: "Latchkey: run Hostaway from your assistant" },
  {
    name: "description",
    content: "Property managers run Hostaway from Claude, Cursor and ChatGPT. Open source, paid per listing.",
  },
];

/** Whoever is signed in goes on to the organization that they worked in last; without one, to the page that makes one. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await findSession(args);
  if (session !== null) throw redirect(toLastOrganization(session));
  const { plans } = await read(openApi(args).billing.plans.$get());
  const plan = plans.find(({ pricePerListing }) => pricePerListing !== null);
  return { pricePerListing: plan?.pricePerListing ?? null, trialDays: plan?.trialDays ?? 0 };
}

export default function LandingPage() {
  const { pricePerListing, trialDays } = useLoaderData<typeof loader>();
  const format = useFormat();
  const price = pricePerListing === null ? null : format.money(pricePerListing, "usd", true);
  return (
    <PublicFrame actions={<PublicLinks />}>
      <div className="grid items-center gap-10 lg:grid-cols-2 lg:gap-16">
        <div>
          <h1 className="text-4xl/11 font-semibold tracking-tight text-balance sm:text-5xl/14">
            Run Hostaway from your assistant
          </h1>
          <p className="mt-5 max-w-xl text-lg/8 text-pretty text-muted">
            Latchkey connects your Hostaway account to Claude, Cursor and ChatGPT. Ask who arrives today,
            quote a stay, answer a guest: with the rights you give, and a log of every call.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <LinkButton to="/sign-up" variant="primary">
              {trialDays > 0 ? `Try it free for ${trialDays} days` : "Sign up"}
            </LinkButton>
            <LinkButton to="/pricing">See the prices</LinkButton>
          </div>
          {price && (
            <p className="mt-4 text-sm/6 text-muted">
              No card needed. After that, {price} per active listing and month.
            </p>
          )}
        </div>
        <Conversation />
      </div>
      <Promises price={price} />
    </PublicFrame>
  );
}
