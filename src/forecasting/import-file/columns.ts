// What the columns of a file of counts may be called. Compared without case, accents, spaces and signs.
import { importFields, type ImportField } from '../contract.ts'

export const fields = importFields
export type Field = ImportField
export type Called = Partial<Record<Field, string | undefined>> // by the headings of this one file

const names: Readonly<Record<Field, string>> = {
  at: 'at datetime start startat begin beginning interval intervalstart timestamp horodatage dateheure debut moment debuttranche debutintervalle debutdetranche',
  date: 'date day jour',
  time: 'time hour heure plage tranche',
  arrived:
    'arrived n count calls call offered volume contacts received appels recus appelsrecus arrivees arrives presentes presentesacd appelsentrants callsoffered offeredcalls callsreceived appelspresentes nombre entrants',
  answered: 'answered handled repondus decroches traites appelsrepondus reponses traitesacd callsanswered callshandled',
  gave_up: 'gaveup abandoned abandons abandonnes appelsabandonnes perdus appelsperdus perdusacd callsabandoned',
  handled_s:
    'handleds aht ahts handlings handlingtime handlingseconds dmt dmts dureemoyenne tempsmoyen tmt dmc averagehandletime avghandletime',
  waited_s: 'waiteds asa asas waits wait attente attentemoyenne attentes',
  queue: 'queue file service competence skill queuename nomdelafile',
  channel: 'channel canal media',
}
const byName = new Map(fields.flatMap((field) => names[field].split(' ').map((name) => [name, field] as const)))

const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Which column says what; columns of other names are left alone. `called`: somebody said which, and that alone holds. */
export function columnsOf(headings: readonly string[], called?: Called): Map<Field, number> {
  const found = new Map<Field, number>()
  for (const [i, heading] of headings.entries()) {
    const said = called ? fields.filter((field) => called[field] === heading) : [byName.get(plain(heading))]
    for (const field of said) if (field && !found.has(field)) found.set(field, i)
  }
  return found
}
