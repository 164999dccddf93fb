import * as access from '#access'
import { readConfig } from '#base/config'
import { PlainError } from '#base/migrate'
import { inWork, system } from '#base/work'
import { firstHouse } from '../first-house.ts'
import { openHouse } from '../house.ts'
import { options } from '../options.ts'

const help = `guichet link create [--email ADDRESS]
  Prints a one-time sign-in link for the person with this address (15 minutes); without an address, for the first director.
`

export async function run(args: string[]): Promise<number> {
  const read = options('link', args, { help, words: ['create'], values: ['email'] })
  if (typeof read === 'number') return read
  const config = readConfig(process.env)
  const house = await openHouse(config)
  try {
    const { tenant } = await firstHouse(house.open)
    const path = await inWork(house.open, { tenant, actor: system('command line') }, async (work) => {
      const person = await access.personToLetIn(work, read.email)
      return person && (await access.createSignInLink(work, person)).path
    })
    if (!path) throw new PlainError(`Nobody signs in with ${read.email ?? 'a director’s role'}. Check the address.`)
    process.stdout.write(`${config.url || `http://localhost:${config.port}`}${path}\n`)
    return 0
  } finally {
    await house.close()
  }
}
