import { LinkButton } from "#components/button.tsx";

export function NoOrganization() {
  return (
    <div className="grid gap-4 text-sm/6">
      <p>
        You are in no organization that you could let it into. Create one, or ask an owner for another role;
        then start again in the app.
      </p>
      <LinkButton to="/welcome" variant="primary">
        Create an organization
      </LinkButton>
    </div>
  );
}
