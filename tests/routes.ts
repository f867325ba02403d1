import { z } from "zod";
import { mayRole, type Permission, type Role, roles } from "#directory/roles.ts";
import { dashboardApp } from "../workers/app.ts";

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  /** Left out: open to everybody. */
  "x-permission": z.union([z.enum(["signed in", "operator"]), z.custom<Permission>()]).optional(),
});

const { paths = {} } = dashboardApp.getOpenAPI31Document({
  openapi: "3.1.0",
  info: { title: "", version: "" },
});

/** Every route that a session opens, as the code describes it. */
export const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => {
    const { operationId, summary, "x-permission": permission } = Operation.parse(described);
    return { path, method: method.toUpperCase(), operationId, summary, permission };
  }),
);

const roleNames = Object.keys(roles) as Role[];

/** The page docs/roles.md. */
export function toRolesPage(): string {
  const rows = routes.map(({ method, path, permission, summary }) => {
    const cells = roleNames.map((role) => {
      if (permission === undefined) return "open";
      if (permission === "operator") return "operator";
      return permission === "signed in" || mayRole(role, permission) ? "yes" : "";
    });
    return `| \`${method} ${path}\` | ${summary} | ${cells.join(" | ")} |`;
  });
  return `# Who may do what

Made from the code by the tests: every route that a session opens, and the roles that it is open to. A test asks each of
them as a stranger, as another organization's owner and as every role. "Open" means to everybody, without a session; the
routes that are not below an organization are open to whoever is signed in. "Operator": whoever runs this Latchkey, named in its
configuration; to anybody else there is nothing at that address.

A key may do what its scopes say, and never more than the present role of the member it is bound to and of whoever made it:
an owner's, admin's and member's key reads and writes, a viewer's reads, an auditor's does nothing. Only an owner can change
owners or make one, and the last owner cannot leave. A member changes only the keys that they made.

| route | what it does | ${roleNames.join(" | ")} |
|---|---|${roleNames.map(() => "---").join("|")}|
${rows.join("\n")}
`;
}
