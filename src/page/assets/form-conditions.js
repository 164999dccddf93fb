// Which fields are shown, given what was answered so far: the rule of channels/contract/form-conditions.ts, for the page. A test holds the two
// together.

const folded = (text) => text.trim().toLowerCase()
const answered = (values) => (values ?? []).filter((value) => value.trim() !== '')

function isMet({ test, value }, values) {
  if (test === 'answered') return values.length > 0
  return values.some((each) => (test === 'is' ? folded(each) === folded(value) : folded(each).includes(folded(value))))
}

/** `fields`: [{id, show}] as in the definition; `answers`: {id: [values]}. Gives the ids of the fields shown. */
export function shownFields(fields, answers) {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const known = new Map()
  const ask = (id) => (isShown(id) && Object.hasOwn(answers, id) ? answered(answers[id]) : [])
  const isShown = (id) => {
    if (known.has(id)) return known.get(id)
    known.set(id, false)
    const field = byId.get(id)
    const met = (condition) => isMet(condition, ask(condition.field))
    const shown =
      Boolean(field) &&
      (!field.show || (field.show.when === 'all' ? field.show.conditions.every(met) : field.show.conditions.some(met)))
    known.set(id, shown)
    return shown
  }
  return new Set(fields.filter(({ id }) => isShown(id)).map(({ id }) => id))
}
