import { inspectHtmlFile, inspectMailFile } from '#channels'

const help = `guichet inspect mail|html FILE…
  One JSON line a file: a mail as it would be understood, HTML as it would be shown. A broken file has a line that says so.
`

export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [kind, ...files] = args
  if ((kind !== 'mail' && kind !== 'html') || files.length === 0) {
    process.stderr.write('guichet inspect: say what and which files, as in `npx guichet inspect mail letter.eml`.\n')
    return 2
  }
  const look = kind === 'mail' ? inspectMailFile : inspectHtmlFile
  for (const file of files) process.stdout.write(`${JSON.stringify(await look(file))}\n`)
  return 0
}
