import type { SerializeFrom } from "@remix-run/cloudflare";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.billing.profile.tsx";

export function ProfileForm({ profile }: Pick<SerializeFrom<typeof loader>, "profile">) {
  const { may } = useOrganization();
  const { address, email, name, taxId } = profile;
  return (
    <ActionForm intent="profile">
      <fieldset disabled={!may("billing:write")} className="grid gap-5 sm:grid-cols-2">
        <legend className="sr-only">What invoices say</legend>
        <TextField
          name="name"
          label="Name"
          defaultValue={name ?? ""}
          maxLength={100}
          autoComplete="organization"
        />
        <TextField name="email" label="E-mail" type="email" defaultValue={email ?? ""} autoComplete="email" />
        <TextField
          name="address.line1"
          label="Address"
          defaultValue={address?.line1 ?? ""}
          maxLength={200}
          autoComplete="address-line1"
        />
        <TextField
          name="address.line2"
          label="Second line"
          defaultValue={address?.line2 ?? ""}
          maxLength={200}
          autoComplete="address-line2"
        />
        <TextField
          name="address.postalCode"
          label="Postal code"
          defaultValue={address?.postalCode ?? ""}
          maxLength={20}
          autoComplete="postal-code"
        />
        <TextField
          name="address.city"
          label="City"
          defaultValue={address?.city ?? ""}
          maxLength={200}
          autoComplete="address-level2"
        />
        <TextField
          name="address.state"
          label="State or region"
          defaultValue={address?.state ?? ""}
          maxLength={200}
          autoComplete="address-level1"
        />
        <TextField
          name="address.country"
          label="Country"
          hint="Its two letters, such as US or DE."
          defaultValue={address?.country ?? ""}
          maxLength={2}
          autoComplete="country"
        />
        <TextField
          name="taxId.type"
          label="Kind of tax number"
          hint="As Stripe calls it, such as eu_vat, gb_vat or us_ein."
          defaultValue={taxId?.type ?? ""}
          autoComplete="off"
        />
        <TextField
          name="taxId.value"
          label="Tax number"
          defaultValue={taxId?.value ?? ""}
          maxLength={50}
          autoComplete="off"
        />
      </fieldset>
      {may("billing:write") && (
        <div className="mt-6">
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
