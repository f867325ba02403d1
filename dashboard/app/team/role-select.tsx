import { Select } from "#components/field.tsx";
import { roles, useOrganization } from "#organization.ts";

/** Only an owner makes others one. */
export function RoleSelect({ defaultValue }: { defaultValue: string }) {
  const { organization } = useOrganization();
  const open = Object.entries(roles).filter(([name]) => name !== "owner" || organization.role === "owner");
  return (
    <Select name="role" label="Role" defaultValue={defaultValue}>
      {open.map(([name, { text, title }]) => (
        <option key={name} value={name}>
          {title}: {text}
        </option>
      ))}
    </Select>
  );
}
