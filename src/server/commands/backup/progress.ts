import type { Progress } from '#base/backup/back-up'

// A person at a terminal sees how far it is; a script reads nothing.
export function tellProgress(what: string): Progress {
  if (!process.stderr.isTTY) return () => {}
  return (part) => void process.stderr.write(`\r${what} … ${Math.floor(part * 100)} %${part === 1 ? '\n' : ''}`)
}
