import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { ConnectHeader } from "#connect/connect-header.tsx";
import { DoctorForm } from "#connect/doctor-form.tsx";
import { DoctorProgress } from "#connect/doctor-progress.tsx";
import { Transcript } from "#connect/transcript.tsx";
import { VerdictCard } from "#connect/verdict-card.tsx";
import { handleForm } from "#forms.server.ts";

export const meta: MetaFunction = () => [{ title: "Connection doctor · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const { mcp } = await read(api["client-setups"].$get({ param, query: {} }));
  return { mcp };
}

export function action(args: ActionFunctionArgs) {
  const { api, param } = requireOrganization(args);
  return handleForm(args.request, {
    // As it was pasted: a space along with the key is one of the things that the doctor finds.
    examine: async (form) => ({
      diagnosis: await read(api.doctor.$post({ param, json: { key: String(form.get("key")) } })),
    }),
  });
}

export default function DoctorPage() {
  const { mcp } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const isRunning = useNavigation().formData?.get("intent") === "examine";
  const diagnosis = result && "diagnosis" in result ? result.diagnosis : null;

  return (
    <>
      <ConnectHeader />
      <div className="grid gap-6">
        <DoctorForm mcp={mcp} />
        {isRunning && <DoctorProgress />}
        {!isRunning && diagnosis && (
          <>
            <VerdictCard {...diagnosis} />
            {diagnosis.steps.length > 0 && <Transcript steps={diagnosis.steps} />}
          </>
        )}
      </div>
    </>
  );
}
