import { globSync } from "node:fs";
import { basename } from "node:path";

const ROUTES = "dashboard/app/routes";

/** The addresses of every page that needs no more than an organization, as the names of the route files say them. */
export function listPages(slug: string): string[] {
  const names = globSync(`${ROUTES}/*.tsx`).map((file) => basename(file, ".tsx"));
  const isLayout = (name: string) => names.some((other) => other.startsWith(`${name}.`));
  return names
    .filter((name) => !isLayout(name) && !name.slice(1).includes("$") && name !== "_index")
    .map((name) => toPath(name, slug))
    .sort();
}

function toPath(name: string, slug: string): string {
  const parts = name.split(".").filter((part) => !part.startsWith("_"));
  return `/${parts.map((part) => (part === "$organization" ? slug : part.replace(/_$/, ""))).join("/")}`;
}
