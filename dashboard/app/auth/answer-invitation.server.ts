import { type Args, openApi, read } from "#api.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export async function acceptInvitation(args: Args, invitation: string) {
  const asked = openApi(args).invitations[":invitation"].accept.$post({ param: { invitation } });
  const { organization } = await read(asked);
  return redirectWithToast(`/${organization}`, "You are a member now.");
}

export async function declineInvitation(args: Args, invitation: string) {
  await openApi(args).invitations[":invitation"].decline.$post({ param: { invitation } });
  return redirectWithToast("/", "The invitation is declined.");
}
