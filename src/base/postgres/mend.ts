// What PostgreSQL or the system complain of, as one sentence for the person who starts the program.
import { PlainError } from '../migrate.ts'

const sentences: [RegExp, (directory: string) => string][] = [
  [/ENOSPC|No space left on device/, (directory) => `The disk that holds ${directory} is full: make room, then start again.`],
  [
    /EROFS|Read-only file system/,
    (directory) => `${directory} is on a disk that may only be read; set GUICHET_DATA to another folder.`,
  ],
  [
    /EACCES|EPERM|Permission denied/,
    (directory) => `This user may not write in ${directory}; change its owner or set GUICHET_DATA to another folder.`,
  ],
  [/ENOTDIR|EEXIST/, (directory) => `${directory} is not a folder; set GUICHET_DATA to a folder.`],
  [
    /could not look up effective user ID/,
    () => 'PostgreSQL does not run under a user without a name: add one for it to /etc/passwd, or set DATABASE_URL.',
  ],
]

export function asSentence(error: unknown, directory: string): Error {
  if (error instanceof PlainError) return error
  const words = error instanceof Error ? error.message : String(error)
  const known = sentences.find(([pattern]) => pattern.test(words))
  if (known) return new PlainError(known[1](directory), { cause: error })
  return error instanceof Error ? error : new Error(words)
}
