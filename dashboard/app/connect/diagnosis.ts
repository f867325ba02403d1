import type { useActionData } from "@remix-run/react";
import type { action } from "#routes/$organization.connect_.doctor.tsx";

type Result = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

export type Diagnosis = Extract<Result, { diagnosis: unknown }>["diagnosis"];
export type Step = Diagnosis["steps"][number];
