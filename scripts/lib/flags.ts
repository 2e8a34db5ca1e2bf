/** The value after a flag, as in `--to FOLDER`; `undefined` when either is missing. */
export function flag(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  const value = at < 0 ? undefined : args[at + 1];
  return value === undefined || value === '' || value.startsWith('--') ? undefined : value;
}
