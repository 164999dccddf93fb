// What the columns of a file of counts may be called. Compared without case, accents, spaces and signs.
export const fields = [
  'at',
  'date',
  'time',
  'arrived',
  'answered',
  'gave_up',
  'handled_s',
  'waited_s',
  'queue',
  'channel',
] as const
export type Field = (typeof fields)[number]

const names: Readonly<Record<Field, string>> = {
  at: 'at datetime start startat begin beginning interval intervalstart timestamp horodatage dateheure debut moment',
  date: 'date day jour',
  time: 'time hour heure plage tranche',
  arrived:
    'arrived n count calls call offered volume contacts received appels recus appelsrecus arrivees arrives presentes appelspresentes nombre entrants',
  answered: 'answered handled repondus decroches traites appelsrepondus reponses',
  gave_up: 'gaveup abandoned abandons abandonnes appelsabandonnes',
  handled_s: 'handleds aht ahts handlings handlingtime handlingseconds dmt dmts dureemoyenne tempsmoyen tmt',
  waited_s: 'waiteds asa asas waits wait attente attentemoyenne attentes',
  queue: 'queue file service',
  channel: 'channel canal media',
}
const byName = new Map(fields.flatMap((field) => names[field].split(' ').map((name) => [name, field] as const)))

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Which column says what; columns of other names are left alone. */
export function columnsOf(headings: readonly string[]): Map<Field, number> {
  const found = new Map<Field, number>()
  for (const [i, heading] of headings.entries()) {
    const field = byName.get(plain(heading))
    if (field && !found.has(field)) found.set(field, i)
  }
  return found
}
