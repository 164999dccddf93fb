// Who keeps me waiting: tasks of my cases whose time runs and that are not answered, by whom they are asked of, the longest wait first.
import * as staff from '#staff'
import { scopesFor } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Wait } from './contract.ts'
import { meOf, standsInFor } from './reader.ts'
import { show } from './show.ts'
import type { Whose } from './store/changes.ts'
import { firstOfEach, waitsByWhom } from './store/lists.ts'
import { whomOf } from './whom.ts'

const SHOWN_OF_EACH = 10

export async function listWaits(
  work: Work,
  { owner, case: of }: { owner: 'me' | PersonId; case?: CaseId | undefined },
): Promise<{ items: Wait[] }> {
  const who = owner === 'me' ? meOf(work) : owner
  if (!who) return { items: [] }
  const asked = { owners: [who], of: of ? [of] : undefined, scopes: scopesFor(work.actor, 'case.read') }
  const groups = await waitsByWhom(work, asked)
  const rows = await firstOfEach(work, asked, SHOWN_OF_EACH)
  const shown = new Map((await show(work, rows)).map((task) => [task.id, task]))
  const whom = await whomOf(work, groups)
  const items: Wait[] = []
  for (const group of groups) {
    const stand_in = group.person_id ? await standsInFor(work, group.person_id) : null
    items.push({
      whom: whom(group), tasks: group.tasks, late: group.late, since: group.since.toString(),
      stand_in: stand_in && { id: stand_in, name: (await staff.find(work, [stand_in])).get(stand_in)?.name ?? '' },
      items: rows.filter((row) => sameOf(row, group)).flatMap(({ id }) => shown.get(id) ?? []),
    }) // prettier-ignore
  }
  return { items }
}

const sameOf = (a: Whose, b: Whose): boolean =>
  a.team_id === b.team_id && a.person_id === b.person_id && a.party_id === b.party_id
