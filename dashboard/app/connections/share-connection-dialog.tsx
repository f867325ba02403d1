import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connection, Member } from "./connection.ts";

export function ShareConnectionDialog({
  connection: { id, name, sharedWith },
  members,
}: {
  connection: Connection;
  members: Member[];
}) {
  return (
    <Dialog title={`Share ${name}`} closeTo="../connections">
      <ActionForm intent="share" about={id} className="group grid gap-5">
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">Whose keys may use it</legend>
          <Check
            name="reach"
            type="radio"
            value="all"
            label="Everybody's"
            hint="Also those of members who come later."
            defaultChecked={sharedWith === null}
          />
          <Check
            name="reach"
            type="radio"
            value="chosen"
            label="Those of chosen members"
            hint="Keys that belong to the organization itself always may."
            defaultChecked={sharedWith !== null}
          />
        </fieldset>
        <fieldset className="grid max-h-60 gap-3 overflow-y-auto group-has-[input[value=all]:checked]:hidden">
          <legend className="mb-2 text-sm font-medium">Members</legend>
          {members.map(({ email, name, userId }) => (
            <Check
              key={userId}
              name="members"
              value={userId}
              label={name}
              hint={email}
              defaultChecked={sharedWith?.includes(userId)}
            />
          ))}
        </fieldset>
        <DialogActions>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
