// Which fields of a form are shown, given what was answered so far. Pure. A field that is not shown is as if it had not been answered, so what
// hangs on it is not shown either; the page in the browser follows the same rule (page/assets/form-conditions.js; a test holds them together).
import type { Answers, Condition, Show } from './form-definition.ts'

type Conditional = { id: string; show: Show | null }

/** The ids of the fields shown. Where conditions run in a circle, a field whose own condition is being asked counts as not answered. */
export function shownFields(fields: readonly Conditional[], answers: Answers): Set<string> {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const known = new Map<string, boolean>()
  const isShown = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const field = byId.get(id)
    const shown =
      field !== undefined &&
      (field.show === null || holds(field.show, (asked) => (isShown(asked) ? valuesOf(answers, asked) : [])))
    known.set(id, shown)
    return shown
  }
  return new Set(fields.filter(({ id }) => isShown(id)).map(({ id }) => id))
}

export const valuesOf = (answers: Answers, id: string): readonly string[] =>
  (Object.hasOwn(answers, id) ? answers[id]! : []).filter((value) => value.trim() !== '')

function holds({ when, conditions }: Show, ask: (id: string) => readonly string[]): boolean {
  const met = (condition: Condition): boolean => isMet(condition, ask(condition.field))
  return when === 'all' ? conditions.every(met) : conditions.some(met)
}

function isMet({ test, value }: Condition, values: readonly string[]): boolean {
  switch (test) {
    case 'answered':
      return values.length > 0
    case 'is':
      return values.some((each) => folded(each) === folded(value))
    case 'contains':
      return values.some((each) => folded(each).includes(folded(value)))
  }
}
const folded = (text: string): string => text.trim().toLowerCase()
