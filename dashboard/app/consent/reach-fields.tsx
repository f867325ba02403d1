import { useField } from "#components/form.tsx";
import { ChoiceFields } from "./choice-fields.tsx";
import type { Consent, Reach } from "./consent.ts";

/** Which tools and accounts it reaches: all of them, unless less is asked for or was allowed before. */
export function ReachFields({
  consent: { remembered, requested, toolsets },
  organization: { connections },
}: {
  consent: Consent;
  organization: Reach;
}) {
  const tools = (remembered ?? requested).toolsets;
  const accounts = remembered?.connections ?? null;
  const problems = [useField("toolsets").problem, useField("connections").problem];
  return (
    <details
      open={tools !== null || accounts !== null || problems.some(Boolean)}
      className="rounded-lg border border-line px-4 py-3"
    >
      <summary className="cursor-pointer text-sm font-medium">Choose what it reaches</summary>
      <div className="mt-4 grid gap-6">
        <ChoiceFields
          name="toolsets"
          legend="Tools"
          hint="All ticked: those too that are added later."
          choices={toolsets.map(({ name, summary, title }) => ({ value: name, label: title, hint: summary }))}
          chosen={tools}
        />
        <ChoiceFields
          name="connections"
          legend="Connected accounts"
          hint="All ticked: those too that are connected later."
          choices={connections.map(({ id, name, title }) => ({ value: id, label: name, hint: title }))}
          chosen={accounts}
        />
      </div>
    </details>
  );
}
