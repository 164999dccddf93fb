// What a view asks of fields, held against the fields as they are.
import * as brands from '#brands'
import { refuse, type Work } from '#base/work'
import { allFields } from './all-fields.ts'
import { conditionMisshapen, type Field, type View } from './contract.ts'
import { isSortable, readCondition, type Test } from './rules/read-condition.ts'

type Asked = Pick<View, 'filter' | 'columns' | 'sort'>
export type Asking = { tests: Test[]; columns: Field[]; sort: { field: Field; down: boolean } | null }

export async function testsOf(work: Work, { filter, columns, sort }: Asked): Promise<Asking> {
  const fields = await allFields(work)
  const ofCases = (id: string): Field => {
    const field = [...fields.values()].find((each) => each.id === id && each.subject === 'case')
    if (!field) throw refuse(conditionMisshapen, { field: id })
    return field
  }
  const today = filter.fields.length > 0 ? await todayOf(work) : null
  const tests = filter.fields.map((condition) => {
    const test = today && readCondition(ofCases(condition.field), condition, today)
    if (!test) throw refuse(conditionMisshapen, { field: condition.field })
    return test
  })
  const by = sort.by === 'last' ? null : ofCases(sort.by)
  if (by && !isSortable(by.kind)) throw refuse(conditionMisshapen, { field: by.id })
  const shown = columns.filter((column) => column.includes('-')).map(ofCases) // a field's id; names of columns have no dash
  return { tests, columns: shown, sort: by && { field: by, down: sort.down } }
}

async function todayOf(work: Work): Promise<Temporal.PlainDate> {
  const zone = (await brands.mainEntryPoint(work))?.zone ?? 'Europe/Paris'
  return work.now.toZonedDateTimeISO(zone).toPlainDate()
}
