// The database behind every command: the embedded PostgreSQL of the data folder, or one's own by DATABASE_URL; migrated, opened.
import { wallClock } from '#base/clock'
import type { Config } from '#base/config'
import { openDatabase, type Address, type Addresses } from '#base/database'
import { migrate, PlainError } from '#base/migrate'
import { startPostgres } from '#base/postgres/start'
import { sealBeside, type Seal } from '#base/seal'
import type { Open } from '#base/work'
import path from 'node:path'

// `shared`: where other servers of the same database can be heard, if there can be any.
export type House = { open: Open; seal: Seal; shared: Address | null; close(): Promise<void> }

export async function openHouse(config: Config): Promise<House> {
  const reached = config.databaseUrl ? ownServer(config.databaseUrl) : await embedded(config.data)
  const { addresses } = reached
  await migrate(addresses.owner).catch((error: unknown) => {
    throw config.databaseUrl ? plain(error) : error
  })
  const database = openDatabase(addresses)
  const seal = await sealBeside(config.data)
  return {
    open: { database, clock: wallClock },
    seal,
    shared: config.databaseUrl && database.named ? addresses.dispatcher : null, // PgBouncer passes no NOTIFY on
    close: async () => {
      await database.close()
      await reached.stop()
    },
  }
}

type Reached = { addresses: Addresses; stop(): Promise<void> }

async function embedded(data: string): Promise<Reached> {
  const postgres = await startPostgres({ directory: path.join(data, 'postgres') })
  const addresses = {
    owner: postgres.address('guichet'),
    server: postgres.address('guichet_server'),
    dispatcher: postgres.address('guichet_dispatcher'),
  }
  return { addresses, stop: () => postgres.stop() }
}

// One URL, three hats: every connection but the migrations' takes off the owner's at once.
function ownServer(url: string): Reached {
  const as = (role: string) => ({ connectionString: url, options: `-c role=${role}` })
  return {
    addresses: { owner: { connectionString: url }, server: as('guichet_server'), dispatcher: as('guichet_dispatcher') },
    stop: async () => {},
  }
}

function plain(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  const said = error instanceof Error ? error.message : String(error)
  if (/^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|28P01|28000|3D000|57P03)$/.test(code))
    return new PlainError(
      `The database of DATABASE_URL cannot be reached (${said || code}). Check the address, the user and the password.`,
    )
  const { code: inside = '', message = '' } = ((error as Error).cause ?? {}) as { code?: string; message?: string } // a migration that failed says why
  const denied = [code, inside].includes('42501')
  if (denied)
    return new PlainError(
      `The user of DATABASE_URL may not do what is needed there (${message || said}). Make it the owner of the database.`,
    )
  if ([code, inside].includes('0A000') || inside === '58P01')
    return new PlainError(
      `The database of DATABASE_URL lacks something (${message || said}). Install PostgreSQL's own extensions (postgresql-contrib).`,
    )
  return error
}
