import { backUp } from '#base/backup/back-up'
import { readConfig } from '#base/config'
import { PlainError } from '#base/migrate'
import { fileOf } from './backup/call.ts'
import { tellProgress } from './backup/progress.ts'

const help = `guichet backup FILE
  Writes everything into FILE, while Guichet serves or not: cases, mails, attachments, keys.
  Keep FILE as safe as the mailboxes themselves. It is a tar archive, compressed with zstd.
`

export async function run(args: string[]): Promise<number> {
  const file = fileOf('backup', args, help)
  if (typeof file === 'number') return file
  const { data, databaseUrl } = readConfig(process.env)
  if (databaseUrl)
    throw new PlainError(
      `The data is in the PostgreSQL of DATABASE_URL: back it up with pg_dump, and keep a copy of the files in ${data} beside it.`,
    )
  const { bytes } = await backUp({ data, file, progress: tellProgress('backing up') })
  process.stdout.write(`${file} ${bytes} bytes\n`)
  return 0
}
