import type { useLoaderData } from "@remix-run/react";
import type { loader } from "#routes/$organization.usage.tsx";

export type Usage = ReturnType<typeof useLoaderData<typeof loader>>;
export type Report = Usage["report"];
export type UsageRow = Report["rows"][number];
