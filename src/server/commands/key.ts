import * as access from '#access'
import { roleNames, type RoleName } from '#access/contract'
import { readConfig } from '#base/config'
import { inWork, system } from '#base/work'
import { openHouse } from '../house.ts'
import { firstHouse } from '../first-house.ts'
import { options } from '../options.ts'
import { PlainError } from '#base/migrate'

const help = `guichet key create --role ROLE [--tenant T] [--days N]
  Prints an API key, once. Roles: ${roleNames.join(', ')}.
`

export async function run(args: string[]): Promise<number> {
  const read = options('key', args, { help, words: ['create'], values: ['role', 'tenant', 'days', 'name'] })
  if (typeof read === 'number') return read
  const role = read.role as RoleName | undefined // looked up on the next line
  if (!role || !roleNames.includes(role)) return wrong(`--role must be one of ${roleNames.join(', ')}`)
  const days = Number(read.days ?? 365)
  if (!Number.isInteger(days) || days < 1 || days > 3_650) return wrong('--days must be a number from 1 to 3650')
  const house = await openHouse(readConfig(process.env))
  try {
    const first = await firstHouse(house.open)
    const tenants = await access.listTenants(house.open.database.dispatcher)
    const tenant = read.tenant ? tenants.find((each) => each.id === read.tenant || each.name === read.tenant)?.id : first.tenant
    if (!tenant)
      throw new PlainError(`There is no tenant "${read.tenant}". There are: ${tenants.map((each) => each.name).join(', ')}.`)
    const made = await inWork(house.open, { tenant, actor: system('command line') }, (work) =>
      access.createKey(work, { role, days, name: read.name ?? 'command line' }),
    )
    process.stdout.write(`${made.secret}\n`)
    return 0
  } finally {
    await house.close()
  }
}

function wrong(mend: string): number {
  process.stderr.write(`guichet key: ${mend}, as in \`npx guichet key create --role agent --days 90\`.\n`)
  return 2
}
