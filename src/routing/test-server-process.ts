// The other process of test-other-server.ts: a server that hears the journal and accepts offers, told so by its parent.
import { permissionNames } from '#access/contract'
import { handClock } from '#base/clock'
import type { Actor } from '#base/contract'
import { openDatabase, type Addresses } from '#base/database'
import { startTail } from '#base/journal'
import { inWork, Refused } from '#base/work'
import { accept } from './accept.ts'
import { readers } from './listen.ts'
import type { Answered, Asked } from './test-other-server.ts'

async function serve(addresses: Addresses): Promise<void> {
  const clock = handClock('2026-11-20T09:00:00Z')
  const open = { database: openDatabase(addresses), clock }
  process.on('message', (asked: Asked) => {
    clock.set(asked.now)
    void answer(asked).then((said) => process.send!({ n: asked.n, said } satisfies Answered))
  })
  async function answer(asked: Asked): Promise<string> {
    if (asked.does === 'hear') {
      const tail = await startTail(open, readers)
      await tail.settled()
      await tail.stop()
      return 'done'
    }
    const actor: Actor = {
      kind: 'person',
      id: asked.person,
      permissions: new Set(permissionNames),
      scope: { teams: null, brands: null },
    }
    return await inWork(open, { tenant: asked.tenant, actor }, (work) => accept(work, { id: asked.offer })).then(
      () => 'done',
      (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
    )
  }
  process.send!({ n: 0, said: 'open' } satisfies Answered)
}

const [, , addresses] = process.argv
if (addresses) void serve(JSON.parse(addresses) as Addresses) // as our own parent gave them
