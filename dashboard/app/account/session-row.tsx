import type { SerializeFrom } from "@remix-run/cloudflare";
import { Monitor, Smartphone } from "lucide-react";
import { Badge } from "#components/badge.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { RelativeTime } from "#components/time.tsx";
import type { loader } from "#routes/account.sessions.tsx";
import { useAccount } from "./account.ts";
import { describeDevice } from "./describe-device.ts";

type OpenSession = SerializeFrom<typeof loader>["sessions"][number];

export function SessionRow({ session }: { session: OpenSession }) {
  const { createdAt, id, ip, isCurrent, lastUsedAt, userAgent } = session;
  const { now } = useAccount();
  const { name, isMobile } = describeDevice(userAgent);
  const Icon = isMobile ? Smartphone : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 grow basis-52">
        <p className="flex flex-wrap items-center gap-2 text-sm/6 font-medium">
          {name}
          {isCurrent && <Badge tone="accent">This one</Badge>}
        </p>
        <p className="text-sm/6 wrap-anywhere text-muted">
          Signed in <RelativeTime at={createdAt} now={now} />
          {lastUsedAt > createdAt && (
            <>
              {" · Last used "}
              <RelativeTime at={lastUsedAt} now={now} />
            </>
          )}
          {ip && ` · ${ip}`}
        </p>
      </div>
      {!isCurrent && (
        <ActionForm intent="end" about={id}>
          <SubmitButton busy="Ending…" variant="secondary" size="small">
            End<span className="sr-only"> the session in {name}</span>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  );
}
