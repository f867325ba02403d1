import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ConnectCard } from "#components/connect-card.tsx";
import { StatusCard } from "#components/status-card.tsx";
import { findHealth } from "#health.server.ts";

const summary =
  "Latchkey is the open-source MCP platform that lets property managers and their teams run Hostaway and the rest of their business from Claude, Cursor or ChatGPT.";

export const meta: MetaFunction = () => [{ title: "Latchkey" }, { name: "description", content: summary }];

export async function loader({ context }: LoaderFunctionArgs) {
  const health = await findHealth(context.cloudflare.env.API);
  return { health, checkedAt: new Date().toISOString() };
}

export default function IndexPage() {
  const { health, checkedAt } = useLoaderData<typeof loader>();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2 lg:gap-16">
      <div>
        <h1 className="text-4xl/11 font-semibold tracking-tight text-balance sm:text-5xl/14">
          Hand your assistant the keys, and keep the lock.
        </h1>
        <p className="mt-5 mb-10 max-w-xl text-lg/8 text-pretty text-muted">{summary}</p>
        <StatusCard health={health} checkedAt={checkedAt} />
      </div>
      <ConnectCard mcp={health?.mcp} />
    </div>
  );
}
