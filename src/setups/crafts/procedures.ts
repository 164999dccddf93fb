import * as tasks from '#tasks'
import type { ReasonId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { NewProcedure, Procedure, ProcedureId } from '#tasks/contract'
import type { SetupDocument } from '../contract.ts'
import { byName, craft, folded, type Entry, type Means } from './craft.ts'

type Item = SetupDocument['procedures'][number]

export const procedures = craft<Item>({
  kind: 'procedure',
  entries: (document, language) => document.procedures.map((item) => ({ key: item.key, name: item.name[language], item })),
  theirs: async (work, entries) => byName(entries, new Map((await tasks.listProcedures(work)).items.map(({ id, name }) => [folded(name), id]))),
  standing: async (work, ids) => {
    const open = new Map((await tasks.listProcedures(work)).items.map((each) => [each.id as string, { said: saidOf(each), gone: false, rests: false }]))
    return new Map(ids.map((id) => [id, open.get(id) ?? { said: null, gone: true, rests: false }]))
  },
  add: async (work, entry, { means }) => (await tasks.addProcedure(work, bodyOf(entry, means))).id,
  change: async (work, entry, { means, id }) => (await tasks.changeProcedure(work, { ...bodyOf(entry, means), id: id as ProcedureId })).id, // kept by this craft
  retire: async (work, id) => void (await tasks.retireProcedure(work, { id: id as ProcedureId })), // likewise
}) // prettier-ignore

function bodyOf({ name, item }: Entry<Item>, { language, made }: Means): NewProcedure {
  const reason_id = (item.reason ? (made('reason', item.reason) ?? null) : null) as ReasonId | null // made by the craft of reasons
  const whom = (asked: Item['steps'][number]['asked']): NewProcedure['steps'][number]['asked'] => {
    const team = asked === 'owner' ? undefined : made('team', asked.team)
    return team ? { team: team as TeamId } : { owner: true } // made by the craft of teams; without one, whoever answers for the case
  }
  return {
    name, reason_id, about: item.about[language], checklist: item.checklist.map((each) => each[language]),
    steps: item.steps.map(({ key, title, text, asked, minutes, after, checklist, show_first }) => ({
      key, title: title[language], text: text?.[language] ?? '', asked: whom(asked), minutes, after, show_first, checklist: checklist.map((each) => each[language]),
    })),
  } // prettier-ignore
}

const saidOf = ({ name, about, reason_id, steps, checklist }: Procedure): unknown => ({
  name,
  about,
  reason_id,
  steps,
  checklist,
})
