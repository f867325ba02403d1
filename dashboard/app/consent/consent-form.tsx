import { ActionForm, SubmitButton } from "#components/form.tsx";
import { AccessFields } from "./access-fields.tsx";
import type { Consent, Reach } from "./consent.ts";
import { ReachFields } from "./reach-fields.tsx";

export function ConsentForm({ consent, organization }: { consent: Consent; organization: Reach }) {
  return (
    <ActionForm key={consent.handle} intent="allow" className="grid gap-6">
      <input type="hidden" name="handle" value={consent.handle} />
      <input type="hidden" name="organization" value={organization.id} />
      <AccessFields consent={consent} organization={organization} />
      <ReachFields consent={consent} organization={organization} />
      <div className="grid gap-2 text-sm/6 text-muted">
        <p>
          It never sees or changes billing, members, API keys or settings, and it loses its access when you
          lose yours.
        </p>
        <p>
          You can take this back at any time under{" "}
          <a href={`/${organization.slug}/assistants`} className="text-accent underline underline-offset-2">
            Connected assistants
          </a>
          .
        </p>
      </div>
      <SubmitButton busy="Allowing…">Allow</SubmitButton>
    </ActionForm>
  );
}
