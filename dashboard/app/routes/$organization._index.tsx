import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { KeyRound, Sparkles } from "lucide-react";
import { describeAction } from "#activity/actions.ts";
import { read, requireOrganization } from "#api.server.ts";
import { LinkButton } from "#components/button.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { useOrganization } from "#organization.ts";
import { ActivityCard } from "#overview/activity-card.tsx";
import { CallsCard } from "#overview/calls-card.tsx";
import { ConnectionsCard } from "#overview/connections-card.tsx";
import { SetupCard } from "#overview/setup-card.tsx";
import { UsageStats } from "#overview/usage-stats.tsx";
import { hasPlan, listSteps } from "#start/steps.ts";

/** Rows of the activity. */
const SHOWN = 6;

export const meta: MetaFunction = () => [{ title: "Overview · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [{ activity: rows, ...overview }, usage] = await Promise.all([
    read(api.overview.$get({ param })),
    read(api.usage.overview.$get({ param })),
  ]);
  // In words already, so that the list of words stays here.
  const ended = rows?.filter(({ result }) => result !== "started").slice(0, SHOWN);
  const activity = ended?.map(({ action, actorName, at, result, seq, target }) => ({
    ...{ actorName, at, seq, words: describeAction(action) },
    // Elsewhere it is an id, which says nothing here.
    tool: action === "tools/call" ? target : null,
    isRefused: result !== "ok",
  }));
  return { overview, usage, activity: activity ?? null };
}

export default function OverviewPage() {
  const { activity, overview, usage } = useLoaderData<typeof loader>();
  const { may, organization } = useOrganization();
  const { connections, month, setup } = overview;
  const steps = listSteps({ setup, hasPlan: hasPlan(organization.billing?.status) });
  const isUnfinished = may("connection:write") && steps.some(({ isDone }) => !isDone);
  return (
    <>
      <PageHeader
        title={organization.name}
        actions={
          may("key:read") && (
            <>
              {may("key:write") && (
                <LinkButton to="keys?dialog=new">
                  <KeyRound aria-hidden="true" className="size-4" />
                  New key
                </LinkButton>
              )}
              <LinkButton to="connect" variant={isUnfinished ? "secondary" : "primary"}>
                <Sparkles aria-hidden="true" className="size-4" />
                Connect an assistant
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid gap-6">
        {isUnfinished && <SetupCard steps={steps} />}
        <UsageStats usage={usage} month={month} />
        <CallsCard days={usage.days} />
        <div className="grid items-start gap-6 xl:grid-cols-2 *:only:col-span-full">
          {connections && <ConnectionsCard connections={connections} />}
          {activity && <ActivityCard activity={activity} />}
        </div>
      </div>
    </>
  );
}
