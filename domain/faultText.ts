/** A name of the schema, or everything from the first value on: PostgreSQL and JSON quote what they cannot read. */
const NAME_OR_REST = /((?:constraint|relation|column|table|function) "[a-z0-9_.]+")|"[\s\S]*$/gu;

/** An error's message without the values that it quotes: what finds the fault, nothing a person wrote. */
export function withoutValues(message: string): string {
  return message.replace(NAME_OR_REST, (_, name: string | undefined) => name ?? '…');
}

/** The frames of an error's stack alone: its head repeats the message. */
export function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n');
}
