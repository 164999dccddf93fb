// The program: one command, one file. Data goes to standard output, talk to standard error; a sentence for people, never a stack, when
// they can mend it.
import { PlainError } from '#base/migrate'

const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  start: () => import('./commands/start.ts'),
  doctor: () => import('./commands/doctor.ts'),
  key: () => import('./commands/key.ts'),
  link: () => import('./commands/link.ts'),
  backup: () => import('./commands/backup.ts'),
  demo: () => import('./commands/demo.ts'),
  restore: () => import('./commands/restore.ts'),
  inspect: () => import('./commands/inspect.ts'),
  rehearse: () => import('./commands/rehearse.ts'),
  erlang: () => import('./commands/erlang.ts'),
  staff: () => import('./commands/staff.ts'),
  schedule: () => import('./commands/schedule.ts'),
  forecast: () => import('./commands/forecast.ts'),
  schema: () => import('./commands/schema.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = commands[name]
if (!load) {
  process.stderr.write(`guichet: there is no command "${name}". Try: ${Object.keys(commands).join(', ')}.\n`)
  process.exitCode = 2
} else {
  if (name !== 'start') process.stdout.on('error', leaveWithTheReader)
  try {
    process.exitCode = await (await load()).run(args)
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    process.stderr.write(`guichet: ${error.message}\n`)
    process.exitCode = 1
  }
}

// Whoever read what a command prints (`| head`) has seen enough: nothing is amiss.
function leaveWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}
