import { env } from "cloudflare:workers";
import { test } from "vitest";
import list from "../tests/probe.txt?raw";
import { createOrganization } from "#tests/organization.ts";
test("probe", async () => {
  console.log(list);
  const p = Object.getPrototypeOf(env.DB);
  const s = env.DB.withSession();
  console.log(Object.getOwnPropertyNames(p), Object.getOwnPropertyNames(Object.getPrototypeOf(s)), String(p.prepare), String(Object.getPrototypeOf(s).prepare));
  const st = env.DB.prepare("select 1");
  console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(st)), Object.keys(st), String(Object.getPrototypeOf(st).first),String(Object.getPrototypeOf(st).bind));
  const o = p.prepare; let n: string[] = [];
  p.prepare = function (q: string) { n.push(q); return o.call(this, q); };
  await createOrganization();
  console.log(n);
  p.prepare = o;
});
