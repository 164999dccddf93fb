// Another server of the same database, for tests: a process of its own, so that it remembers nothing of ours, and can be killed as by `kill -9`.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after } from 'node:test'
import type { PersonId, TenantId } from '#base/contract'
import { testCluster } from '#base/test-database'
import type { OfferId } from './contract.ts'
import type { Routed } from './test-routed.ts'

type Wish = { does: 'accept'; offer: OfferId; person: PersonId } | { does: 'hear' }
export type Asked = Wish & { n: number; now: string; tenant: TenantId }
export type Answered = { n: number; said: string } // 'done', or the code of a refusal
export type OtherServer = {
  accept(centre: Routed, offer: OfferId, person: PersonId): Promise<string>
  hear(centre: Routed): Promise<string>
  gone: Promise<unknown>
}

/** Begun as soon as the file is loaded: a server takes a moment to start. `crashAt`: a named point of the source. */
export async function otherServer(crashAt = ''): Promise<OtherServer> {
  const { addresses } = await testCluster()
  const child = fork(path.join(import.meta.dirname, 'test-server-process.ts'), [JSON.stringify(addresses)], {
    execArgv: [],
    env: { ...process.env, GUICHET_CRASH_AT: crashAt },
  })
  after(() => child.kill('SIGKILL'))
  const gone = once(child, 'exit')
  await once(child, 'message') // it is open
  const ask = asking(child)
  return {
    accept: (centre, offer, person) => ask(centre, { does: 'accept', offer, person }),
    hear: (centre) => ask(centre, { does: 'hear' }),
    gone,
  }
}

function asking(child: ChildProcess): (centre: Routed, wish: Wish) => Promise<string> {
  let asked = 0
  const waiting = new Map<number, (said: string) => void>()
  child.on('message', ({ n, said }: Answered) => waiting.get(n)?.(said))
  child.on('exit', () => {
    for (const answer of waiting.values()) answer('killed')
  })
  return ({ clock, tenant }, wish) =>
    new Promise((resolve) => {
      const n = ++asked
      waiting.set(n, resolve)
      child.send({ ...wish, n, now: clock.now().toString(), tenant } satisfies Asked)
    })
}
