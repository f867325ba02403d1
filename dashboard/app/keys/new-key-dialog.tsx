import type { SerializeFrom } from "@remix-run/cloudflare";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check, Select, TextArea, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { loader } from "#routes/$organization.keys.tsx";

export function NewKeyDialog({ connectors }: Pick<SerializeFrom<typeof loader>, "connectors">) {
  return (
    <Dialog title="Generate new API key" closeTo="../keys">
      <ActionForm intent="create" className="grid gap-5">
        <TextField
          name="name"
          label="Name"
          hint="What will use it, such as Claude on Ann's laptop."
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">What it may do</legend>
          <Check
            name="access"
            type="radio"
            value="read"
            label="Read"
            hint="Looks at everything, changes nothing."
            defaultChecked
          />
          <Check
            name="access"
            type="radio"
            value="try"
            label="Read, and try writes"
            hint="Shows what a change would do, and does not do it."
          />
          <Check
            name="access"
            type="radio"
            value="write"
            label="Read and write"
            hint="Your assistant asks before it changes anything."
          />
        </fieldset>
        <details className="rounded-lg border border-line px-4 py-3">
          <summary className="cursor-pointer text-sm font-medium">More terms</summary>
          <div className="mt-4 grid gap-5">
            <Select name="environment" label="Environment" hint="A label, to tell keys apart.">
              <option value="live">Live</option>
              <option value="test">Test</option>
            </Select>
            <TextField
              name="expiresAt"
              type="date"
              label="Last day"
              hint="Left empty, it works until it is deleted."
            />
            <TextArea
              name="ipAllowList"
              label="Addresses it may come from"
              hint="One range a line, such as 203.0.113.0/24. Left empty: anywhere."
              rows={2}
            />
            {connectors.map(({ name, title, toolsets }) => (
              <fieldset key={name} className="grid gap-3">
                <legend className="mb-2 text-sm font-medium">{title}: only these tools</legend>
                {toolsets.map((toolset) => (
                  <Check
                    key={toolset.name}
                    name="toolsets"
                    value={toolset.name}
                    label={toolset.title}
                    hint={`${toolset.reads} read, ${toolset.writes} write`}
                  />
                ))}
                <p className="text-sm text-muted">None ticked: all of them.</p>
              </fieldset>
            ))}
          </div>
        </details>
        <DialogActions>
          <SubmitButton busy="Generating…">Generate key</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
