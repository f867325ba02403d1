import { Select, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { RevealedKey } from "#keys/revealed-key.tsx";
import { useOrganization } from "#organization.ts";
import { NextLink } from "./next-link.tsx";

export function KeyStep({ made, hasKey }: { made: { secret: string } | null; hasKey: boolean }) {
  const { may } = useOrganization();
  if (made) {
    return (
      <RevealedKey made={made}>
        <div className="mt-4">
          <NextLink to="assistant">Connect your assistant</NextLink>
        </div>
      </RevealedKey>
    );
  }
  if (!may("key:write")) {
    return <p className="text-sm/6 text-muted">Your role here makes no keys. A member or admin makes one.</p>;
  }
  return (
    <ActionForm intent="key" className="grid gap-5">
      <p className="text-sm/6 text-muted">
        {hasKey
          ? "There is a key already. It cannot be shown again, but you can make another."
          : "Most assistants sign in and need no key. Make one for those that cannot, and for programs of your own."}
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="name"
          label="Name"
          hint="What will use it."
          defaultValue="My assistant"
          required
          maxLength={100}
          autoComplete="off"
        />
        <Select
          name="access"
          label="What it may do"
          defaultValue="read"
          hint="Your assistant asks before it changes anything."
        >
          <option value="read">Read</option>
          <option value="try">Read, and try writes</option>
          <option value="write">Read and write</option>
        </Select>
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy="Generating…">Generate key</SubmitButton>
        <NextLink to="assistant" variant="secondary">
          {hasKey ? "Continue with the one there is" : "Continue without a key"}
        </NextLink>
      </div>
    </ActionForm>
  );
}
