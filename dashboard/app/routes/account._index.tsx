import type { ActionFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useSearchParams } from "@remix-run/react";
import { useAccount } from "#account/account.ts";
import { ChangeEmailDialog } from "#account/change-email-dialog.tsx";
import { ProfileCard } from "#account/profile-card.tsx";
import { readPicture } from "#account/read-picture.server.ts";
import { toProof } from "#account/to-proof.server.ts";
import { openApi, read } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { Banner } from "#components/banner.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { getText, handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Profile · Latchkey" }];

const page = "/account";

export async function action(args: ActionFunctionArgs) {
  await read(openApi(args).session.$get());
  return handleForm(args.request, {
    profile: async (form) => {
      const image = await readPicture(form);
      const { headers } = await askAuth(args, "/update-user", {
        name: getText(form, "name"),
        ...(image && { image }),
      });
      return redirectWithToast(page, "Your profile is saved.", headers);
    },
    removePicture: async () => {
      const { headers } = await askAuth(args, "/update-user", { image: null });
      return redirectWithToast(page, "Your picture is removed.", headers);
    },
    changeEmail: async (form) => {
      const newEmail = getText(form, "newEmail");
      const { headers } = await askAuth(args, "/change-email", {
        newEmail,
        callbackURL: page,
        ...toProof(form),
      });
      return redirectWithToast(page, `Open the link that goes to ${newEmail} now.`, headers);
    },
  });
}

export default function ProfilePage() {
  const { user } = useAccount();
  const [search] = useSearchParams();
  return (
    <div className="grid gap-6">
      {search.has("error") && (
        <Banner tone="negative" title="This link does not work any more">
          <p>It was used, is too old, or was taken back. Your address is as shown here.</p>
        </Banner>
      )}
      <ProfileCard />
      <Card
        title="E-mail address"
        description={
          <>
            <span className="font-medium wrap-anywhere text-ink">{user.email}</span> is where mail goes, and
            what you sign in with.
          </>
        }
        actions={
          <LinkButton to="?dialog=email" preventScrollReset aria-label="Change e-mail address">
            Change
          </LinkButton>
        }
      />
      {search.get("dialog") === "email" && <ChangeEmailDialog />}
    </div>
  );
}
