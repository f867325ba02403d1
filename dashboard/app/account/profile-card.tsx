import { Avatar } from "#components/avatar.tsx";
import { Card } from "#components/card.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useAccount } from "./account.ts";
import { shrinkPicture } from "./shrink-picture.ts";

export function ProfileCard() {
  const { image, name } = useAccount().user;
  return (
    <Card title="Profile" description="Everybody in your organizations sees this.">
      <ActionForm key={image} intent="profile" encType="multipart/form-data" className="grid gap-5">
        <div className="flex items-center gap-4">
          <Avatar name={name} image={image} size="size-16" />
          <div className="min-w-0 grow">
            <TextField
              name="image"
              type="file"
              accept="image/png,image/jpeg,image/webp"
              label="Picture"
              hint="PNG, JPEG or WebP. A large one is made smaller."
              onChange={({ currentTarget }) => shrinkPicture(currentTarget)}
            />
          </div>
        </div>
        <TextField
          name="name"
          label="Name"
          defaultValue={name}
          required
          maxLength={100}
          autoComplete="name"
        />
        <div>
          <SubmitButton busy="Saving…">Save profile</SubmitButton>
        </div>
      </ActionForm>
      {image !== null && (
        <ActionForm intent="removePicture" className="mt-3">
          <SubmitButton busy="Removing…" variant="ghost" size="small" className="-ml-2.5">
            Remove picture
          </SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}
