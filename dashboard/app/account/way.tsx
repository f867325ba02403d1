import { LinkButton } from "#components/button.tsx";

/** One way to sign in, and what can be done about it. */
export function Way({
  title,
  text,
  action,
}: {
  title: string;
  text: string;
  action?: { to: string; label: string } | false;
}) {
  return (
    <li className="flex min-h-16 items-center justify-between gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="text-sm/6 font-medium">{title}</p>
        <p className="text-sm/6 text-muted">{text}</p>
      </div>
      {action && (
        <LinkButton size="small" to={action.to} preventScrollReset aria-label={`${action.label} ${title}`}>
          {action.label}
        </LinkButton>
      )}
    </li>
  );
}
