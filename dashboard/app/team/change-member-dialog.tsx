import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { RoleSelect } from "./role-select.tsx";
import type { Connector, Member } from "./team.ts";

export function ChangeMemberDialog({ member, connectors }: { member: Member; connectors: Connector[] }) {
  return (
    <Dialog title={`Change ${member.name}`} closeTo="../team">
      <ActionForm intent="change" about={member.userId} className="grid gap-5">
        <RoleSelect defaultValue={member.role} />
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">
            Connectors that their keys and assistants may use
          </legend>
          <Check
            name="reach"
            type="radio"
            value="all"
            label="All, new ones too"
            defaultChecked={member.connectors === null}
          />
          <Check
            name="reach"
            type="radio"
            value="some"
            label="Only those ticked here"
            hint="None ticked: none."
            defaultChecked={member.connectors !== null}
          />
          <div className="ml-7.5 grid gap-3">
            {connectors.map(({ name, title }) => (
              <Check
                key={name}
                name="connectors"
                value={name}
                label={title}
                defaultChecked={member.connectors?.includes(name)}
              />
            ))}
          </div>
        </fieldset>
        <DialogActions>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
