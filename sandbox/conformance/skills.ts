import {
  memorySkillFiles,
  type SkillCatalog,
  SkillsExtension,
} from "@modelcontextprotocol/server/ext/skills";

const manifest = `---
name: greet-guests
description: How to greet a guest. Use it whenever a guest arrives.
---

Say hello, then read references/phrases.md.
`;

let loading: Promise<SkillCatalog> | undefined;

/** Loaded by the first request that needs it: a Worker may hash nothing before. */
export function loadSkills(): Promise<SkillCatalog> {
  loading ??= SkillsExtension.load(
    memorySkillFiles({
      "greet-guests/SKILL.md": manifest,
      "greet-guests/references/phrases.md": "Hello. Welcome. Good to see you.\n",
    }),
    { strict: true },
  );
  return loading;
}
