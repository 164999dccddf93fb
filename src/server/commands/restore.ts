import { restore } from '#base/backup/restore'
import { readConfig } from '#base/config'
import { PlainError } from '#base/migrate'
import { fileOf } from './backup/call.ts'
import { tellProgress } from './backup/progress.ts'

const help = `guichet restore FILE
  Brings a backup back into an empty data folder (GUICHET_DATA), after checking every file in it.
`

export async function run(args: string[]): Promise<number> {
  const file = fileOf('restore', args, help)
  if (typeof file === 'number') return file
  const { data, databaseUrl } = readConfig(process.env)
  if (databaseUrl)
    throw new PlainError(
      'A backup is restored into the embedded PostgreSQL: unset DATABASE_URL, or restore a dump of yours with pg_restore.',
    )
  const { made } = await restore({ data, file, progress: tellProgress('restoring') })
  process.stdout.write(`${data} is as it was at ${made}\n`)
  return 0
}
