import path from 'node:path'

/** The one file named, or the exit code when there is nothing more to do. */
export function fileOf(command: string, args: string[], help: string): string | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const option = args.find((arg) => arg.startsWith('-'))
  const [file, ...more] = args
  if (option === undefined && file && more.length === 0) return path.resolve(file)
  const mend = option === undefined ? 'name one file' : `there is no option ${option}`
  process.stderr.write(`guichet ${command}: ${mend}, as in \`npx guichet ${command} ../guichet-2026-11-21.backup\`.\n`)
  return 2
}
