// Does a document hold together? Every key it speaks of is there, and none twice.
import type { SetupDocument } from '../contract/document.ts'

/** The places where it does not, such as "views.renewals.filter.reason: renewal"; none when it holds together. */
export function misspelt(document: SetupDocument): string[] {
  return [...twice(document), ...strangers(document), ...outOfOrder(document)]
}

const keysOf = (items: readonly { key: string }[]): Set<string> => new Set(items.map(({ key }) => key))

function twice({ reasons, teams, fields, templates, levels, procedures, views }: SetupDocument): string[] {
  const all = { reasons, teams, fields, templates, levels, procedures, views }
  return Object.entries(all).flatMap(([kind, items]) =>
    items.filter(({ key }, at) => items.findIndex((each) => each.key === key) !== at).map(({ key }) => `${kind}.${key}`),
  )
}

function strangers(document: SetupDocument): string[] {
  const [reasons, fields, teams] = [keysOf(document.reasons), keysOf(document.fields), keysOf(document.teams)]
  const miss = (known: ReadonlySet<string>, where: string, keys: readonly (string | undefined)[]): string[] =>
    keys.filter((each) => each !== undefined).filter((each) => !known.has(each)).map((each) => `${where}: ${each}`) // prettier-ignore
  return [
    ...document.fields.flatMap(({ key, reasons: of }) => miss(reasons, `fields.${key}.reasons`, of)),
    ...document.levels.flatMap(({ key, reasons: of }) => miss(reasons, `levels.${key}.reasons`, of ?? [])),
    ...document.procedures.flatMap(({ key, reason, steps }) => [
      ...miss(reasons, `procedures.${key}.reason`, [reason]),
      ...steps.flatMap(({ key: step, asked, after }) => [
        ...miss(teams, `procedures.${key}.${step}.asked`, [asked === 'owner' ? undefined : asked.team]),
        ...miss(keysOf(steps), `procedures.${key}.${step}.after`, after),
      ]),
    ]),
    ...document.views.flatMap(({ key, filter, columns, sort }) => [
      ...miss(reasons, `views.${key}.filter.reason`, [filter.reason]),
      ...miss(fields, `views.${key}.filter.fields`, filter.fields.map(({ field }) => field)),
      ...miss(fields, `views.${key}.columns`, columns.map((column) => (typeof column === 'string' ? undefined : column.field))),
      ...miss(fields, `views.${key}.sort`, [sort.by === 'last' ? undefined : sort.by.field]),
    ]),
    ...document.views.flatMap((view) => optionStrangers(document, view)),
  ] // prettier-ignore
}

function optionStrangers({ fields }: SetupDocument, { key, filter }: SetupDocument['views'][number]): string[] {
  return filter.fields.flatMap(({ field: of, value }) => {
    const field = fields.find((each) => each.key === of)
    if (!field || (field.kind !== 'choice' && field.kind !== 'choices') || value === null) return []
    const known = keysOf(field.options)
    return [value].flat().filter((each) => !known.has(String(each))).map((each) => `views.${key}.filter.fields.${of}: ${String(each)}`) // prettier-ignore
  })
}

// Steps wait for steps that come before them, so none waits for itself in the end.
function outOfOrder({ procedures }: SetupDocument): string[] {
  return procedures.flatMap(({ key, steps }) =>
    steps.flatMap(({ key: step, after }, at) =>
      after
        .filter((each) => steps.findIndex((other) => other.key === each) >= at)
        .map((each) => `procedures.${key}.${step}.after: ${each}`),
    ),
  )
}
