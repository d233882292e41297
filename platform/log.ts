// One line of JSON for each thing worth keeping; no personal data, no query texts.
type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

const write = (level: string, event: string, fields: Fields): void => {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
};

export const log = {
  info: (event: string, fields: Fields = {}) => write("info", event, fields),
  error: (event: string, error: unknown, fields: Fields = {}) =>
    write("error", event, {
      ...fields,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? error.stack : undefined,
    }),
};
