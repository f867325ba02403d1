import { expect, test } from "vitest";
import { z } from "zod";
import { createWriter } from "#tests/fake-write.ts";
import { callMcpTool, eras, readText } from "#tests/mcp.ts";
import { callRest, dumpDatabase } from "#tests/organization.ts";
import { listRequests } from "#tests/sandbox.ts";

const Answer = z.looseObject({ change_id: z.string() });
const booking_id = 5_100_001;

test.each(eras)(
  "a note that a host writes is shown first, written, and taken back, over REST and MCP (%s)",
  async (era) => {
    const { organization, secret } = await createWriter();
    const args = { booking_id, note: "Crib in the hall" };
    const dry = await callRest(secret, "update_host_note", { ...args, dry_run: true });
    const writes = async () =>
      (await listRequests(organization.account)).filter(
        ({ method, path }) => method !== "GET" && path.includes("reserv"),
      );
    expect(await writes()).toEqual([]);
    const written = await callMcpTool(
      secret,
      "update_host_note",
      { ...args, expected_version: dry.body.version },
      era,
    );
    const { change_id, ...answer } = Answer.parse(readText(written));
    expect(answer).toMatchObject({
      before: dry.body.before,
      after: dry.body.after,
      undo: { possible: true },
    });
    expect(await writes()).toHaveLength(1);
    const stale = await callRest(secret, "update_host_note", { ...args, expected_version: dry.body.version });
    expect(stale.error?.code).toBe("conflict");
    const undone = await callMcpTool(secret, "undo_change", { change_id }, era);
    expect(readText(undone)).toMatchObject({ summary: { succeeded: 1, failed: 0 } });
    const again = await callRest(secret, "update_host_note", { ...args, dry_run: true });
    expect([again.body.before, again.body.version]).toEqual([dry.body.before, dry.body.version]);
    expect(await dumpDatabase(organization)).not.toContain("Crib in the hall");
  },
);
