import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Card } from "#components/card.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { action } from "#routes/$organization.connect_.doctor.tsx";

/** The key goes to the API and nowhere else; once there is a result, it is out of the field too. */
export function DoctorForm({ mcp }: { mcp: string }) {
  const result = useActionData<typeof action>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (result) box.current?.querySelector("form")?.reset();
  }, [result]);

  return (
    <Card
      title="Does my key work?"
      description={
        <>
          The doctor does what an assistant does with your key at{" "}
          <code className="font-mono wrap-anywhere">{mcp}</code>: it says hello, lists the tools and calls one
          that only reads. That counts as one tool call.
        </>
      }
    >
      <div ref={box}>
        <ActionForm intent="examine" className="grid gap-4">
          <TextField
            name="key"
            type="password"
            label="API key"
            hint="It is tried, and neither stored nor shown again."
            required
            autoComplete="off"
            spellCheck={false}
          />
          <div>
            <SubmitButton busy="Trying the key…">Try the key</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
