// Teams are suggested, never closed: whoever joined one stays in it.
import * as staff from '#staff'
import type { TeamId } from '#staff/contract'
import type { SetupDocument } from '../contract.ts'
import { byName, craft, folded } from './craft.ts'

export const teams = craft<SetupDocument['teams'][number]>({
  kind: 'team',
  entries: (document, language) => document.teams.map((item) => ({ key: item.key, name: item.name[language], item })),
  theirs: async (work, entries) => {
    const { items } = await staff.listTeams(work, { limit: 200 })
    return byName(entries, new Map(items.map(({ id, name }) => [folded(name), id])))
  },
  standing: async (work, ids) => {
    const open = await staff.findTeams(work, ids as TeamId[]) // kept by this craft
    return new Map([...open].map(([id, { name }]) => [id, { said: { name }, gone: false, rests: true }]))
  },
  add: async (work, { name }, { means: { person } }) => (await staff.addTeam(work, { name, manager_id: person })).id,
  change: (_work, _entry, { id }) => Promise.resolve(id), // whoever leads a team names it
  retire: () => Promise.resolve(),
})
