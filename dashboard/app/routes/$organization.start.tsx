import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { openApi, read, requireOrganization } from "#api.server.ts";
import { PageHeader } from "#components/page-header.tsx";
import { toCredential } from "#connections/to-credential.server.ts";
import { getText, handleForm } from "#forms.server.ts";
import { toNewKey } from "#keys/to-new-key.server.ts";
import { useOrganization } from "#organization.ts";
import { AssistantStep } from "#start/assistant-step.tsx";
import { ConnectStep } from "#start/connect-step.tsx";
import { KeyStep } from "#start/key-step.tsx";
import { PlanStep } from "#start/plan-step.tsx";
import { StepItem } from "#start/step-item.tsx";
import { findStep, hasPlan, listSteps, type StepName } from "#start/steps.ts";

export const meta: MetaFunction = () => [{ title: "Get started · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const [overview, { connectors }, { clients, mcp }] = await Promise.all([
    read(api.overview.$get({ param })),
    read(openApi(args).connectors.$get()),
    read(api["client-setups"].$get({ param, query: { name: "" } })),
  ]);
  const claudeCode = clients.find(({ client }) => client === "claude_code");
  const command = claudeCode?.ways.find(({ way }) => way === "sign_in")?.text ?? null;
  const connector = connectors.find(({ name }) => name === "hostaway");
  if (connector === undefined) throw new Response("There is nothing to connect here.", { status: 404 });
  return { overview, connector, assistant: { mcp, command } };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    connect: async (form) => {
      const json = { connector: getText(form, "connector"), credential: toCredential(form) };
      await api.connections.$post({ param, json });
      return redirect(`/${param.organization}/start?step=plan`);
    },
    subscribe: async () => {
      const json = { plan: "starter", interval: "month" } as const;
      return redirect((await read(api.billing.checkout.$post({ param, json }))).url);
    },
    key: async (form) => ({ made: await read(api.keys.$post({ param, json: toNewKey(form) })) }),
  });
}

export default function StartPage() {
  const { assistant, connector, overview } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { organization } = useOrganization();
  const [search] = useSearchParams();
  const { connections, month, setup } = overview;
  const made = result && "made" in result ? result.made : null;
  const steps = listSteps({ setup, hasPlan: hasPlan(organization.billing?.status) });
  const current = made ? "key" : (findStep(steps, search.get("step")) ?? "assistant");
  const done = steps.filter(({ isDone }) => isDone).length;
  const accounts = (connections ?? []).map(({ name, accountLabel }) => `${name} (${accountLabel})`);
  const content: Record<StepName, JSX.Element> = {
    connect: <ConnectStep connector={connector} accounts={accounts} />,
    plan: <PlanStep month={month} hasConnection={setup.hasConnection} />,
    key: <KeyStep made={made} hasKey={setup.hasKey} />,
    assistant: <AssistantStep assistant={assistant} hasCalled={setup.hasCalled} />,
  };

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Get started"
        description={`From here to the first answer of your assistant in about three minutes. ${done} of ${steps.length} done; you can leave and come back at any time.`}
      />
      <ol className="grid gap-3">
        {steps.map((step, index) => (
          <StepItem key={step.name} step={step} number={index + 1}>
            {step.name === current ? content[step.name] : undefined}
          </StepItem>
        ))}
      </ol>
      {done < steps.length && (
        <p className="mt-6 text-sm">
          <Link to={`/${organization.slug}`} className="rounded text-muted underline underline-offset-4">
            Finish later
          </Link>
        </p>
      )}
    </div>
  );
}
