// What every room refuses at the commit, asked now: so that who closes an account or a team reads what to do, and not that something failed.
import type { Refusal } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { askConstraints, putOffConstraints } from './store/constraints.ts'

const COUNTED_ON = /^(nobody_leaves|no_team_closes)_/

/** Last in a unit of work: what was put off to the commit holds from here on. */
export async function nobodyCountsOn(work: Work, refusal: Refusal<object>): Promise<void> {
  try {
    await askConstraints(work.sql)
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && COUNTED_ON.test(String(error.constraint)))
      throw Object.assign(refuse(refusal, {}), { cause: error })
    throw error
  }
  await putOffConstraints(work.sql)
}
