// Units of work that come while others are being written are written together next: one transaction, one flush of the disk for all of
// them, and nobody is told before it. When together they fail, each goes alone, so that one that cannot be costs the others nothing.
import { allOf } from './all-of.ts'
import { actorId, type TenantId } from './contract.ts'
import { isAway } from './database.ts'
import { inWork, type As, type Open, type Work } from './work.ts'

export type InCompany = <Result>(as: As, body: (work: Work) => Promise<Result>) => Promise<Result>
type Body = (work: Work) => Promise<unknown>
type Waiting = { body: Body; resolve: (result: unknown) => void; reject: (error: unknown) => void }
type Line = { as: As; waiting: Waiting[]; busy: number }

const MOST_TOGETHER = 16
const AT_ONCE = 2

/** Bodies of one tenant and actor share a transaction: each must bear being begun again, and use nothing but the database. */
export function inCompany(open: Open, { most = MOST_TOGETHER, at_once = AT_ONCE } = {}): InCompany {
  const lines = new Map<`${TenantId}/${string}`, Line>()
  const advance = (key: `${TenantId}/${string}`, line: Line): void => {
    if (line.waiting.length === 0 && line.busy === 0) lines.delete(key)
    if (line.waiting.length === 0 || line.busy >= at_once) return
    line.busy++
    void writeTogether(open, line.as, line.waiting.splice(0, most)).finally(() => {
      line.busy--
      advance(key, line)
    })
  }
  return (as, body) =>
    new Promise((resolve, reject) => {
      const key = `${as.tenant}/${actorId(as.actor)}` as const
      const line = lines.get(key) ?? { as, waiting: [], busy: 0 }
      lines.set(key, line)
      line.waiting.push({ body, resolve: resolve as Waiting['resolve'], reject }) // what this body gives is what its caller awaits
      advance(key, line)
    })
}

async function writeTogether(open: Open, as: As, group: Waiting[]): Promise<void> {
  const [only] = group
  if (group.length === 1) return await inWork(open, as, only!.body).then(only!.resolve, only!.reject)
  try {
    const results = await inWork(open, as, (work) => allOf(group.map(({ body }) => body(work))))
    group.forEach((each, at) => each.resolve(results[at]))
  } catch (error) {
    // Whether a commit that was cut off took place is not known, and doing it again might do it twice: those who asked decide.
    if (isAway(error)) return group.forEach((each) => each.reject(error))
    for (const each of group) await inWork(open, as, each.body).then(each.resolve, each.reject)
  }
}
