import * as demo from '#demo'
import { readConfig } from '#base/config'
import { openHouse } from '../house.ts'
import { options } from '../options.ts'

const help = `guichet demo remove
  Removes the demonstration with everything in it, in one transaction. Real houses are left alone. (To start one: guichet start --demo.)
`

export async function run(args: string[]): Promise<number> {
  const read = options('demo', args, { help, words: ['remove'] })
  if (typeof read === 'number') return read
  const house = await openHouse(readConfig(process.env))
  try {
    const rows = await demo.removeDemonstrations(house.open)
    process.stdout.write(rows === 0 ? 'There is no demonstration here.\n' : `The demonstration is gone: ${rows} rows.\n`)
    return 0
  } finally {
    await house.close()
  }
}
