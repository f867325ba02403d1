type Fields = Record<string, string | number | boolean | undefined>;

function write(level: "info" | "warn" | "error", event: string, fields: Fields): void {
  console[level](JSON.stringify({ level, event, ...fields }));
}

/** One JSON line per event. Fields are named one by one, so that no request, header or credential slips in whole. */
export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  warn: (event: string, fields: Fields = {}) => write("warn", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, { ...fields, ...describe(error) }),
};

function describe(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return {
    error: error.name,
    message: withoutValues(error.message),
    stack: withoutValues((cause ?? error).stack),
    cause: withoutValues(cause?.message),
  };
}

/** A failed query carries the values that it was asked with below its text: addresses, names, hashes. */
function withoutValues<Text extends string | undefined>(text: Text) {
  return text?.replace(/\nparams: .*(\n(?! +at ).*)*/g, "");
}
