// Reads a command's words and --name value pairs; a wrong call is one line that says the mend, and exit code 2.
type Grammar = { help: string; words?: readonly string[]; values?: readonly string[]; flags?: readonly string[] }
export type Read = Record<string, string | undefined>

export function options(
  command: string,
  args: readonly string[],
  { help, words = [], values = [], flags = [] }: Grammar,
): Read | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const heard = listen(args, values, flags)
  if (heard.strange) return wrong(command, `there is no option ${heard.strange}`, help)
  if (words.length > 0 && !(heard.spoken.length === 1 && words.includes(heard.spoken[0]!)))
    return wrong(command, `say one of: ${words.join(', ')}`, help)
  if (words.length === 0 && heard.spoken.length > 0) return wrong(command, `"${heard.spoken[0]}" is not understood`, help)
  return { ...heard.read, word: heard.spoken[0] }
}

function listen(args: readonly string[], values: readonly string[], flags: readonly string[]) {
  const read: Read = {}
  const spoken: string[] = []
  let strange: string | undefined
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s)
    if (!name.startsWith('--')) spoken.push(name)
    else if (flags.includes(name.slice(2))) read[name.slice(2)] = 'yes'
    else if (values.includes(name.slice(2))) read[name.slice(2)] = inline ?? args[++i]
    else strange ??= name
  }
  return { read, spoken, strange }
}

function wrong(command: string, what: string, help: string): number {
  process.stderr.write(`guichet ${command}: ${what}. Usage: ${help.split('\n')[0]}\n`)
  return 2
}
