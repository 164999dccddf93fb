// Which column of a call-by-call file means what. A file has one row a contact and a heading line; a scenario names the columns in its
// options, or a layout that is known here.
import { z } from 'zod'

const column = (what: string) => z.string().min(1).max(200).describe(`Heading of the column: ${what}`)
const values = (what: string) => z.array(z.string().max(200)).max(100).describe(what)

export const columnsShape = z.strictObject({
  separator: z.string().length(1).default(',').describe('What stands between two columns'),
  id: column('a name for each contact').optional(),
  date: column('the day, "1999-08-31" or "31/08/1999", when times have none of their own').optional(),
  arrived: column('when it came in: "14:03:27", or day and time "1999-08-31 14:03:27"'),
  menu_left: column('when it left the voice menu; without it there was none').optional(),
  queued: column('when it began to wait').optional(),
  queue_left: column('when it stopped waiting, answered or not').optional(),
  served_from: column('when somebody began to serve it').optional(),
  served_to: column('when they had finished').optional(),
  outcome: column('how it ended').optional(),
  agent: column('who served it').optional(),
  priority: column('its priority').optional(),
  kind: column('what it is about: becomes its queue').optional(),
  outcomes: z
    .strictObject({
      answered: values('Values that mean somebody served it').default([]),
      gave_up: values('Values that mean it hung up, in the menu or waiting').default([]),
      left_out: values('Values of rows that are no contact at all').default([]),
    })
    .prefault({})
    .describe('What the outcomes mean. Without any: whoever was served was answered, whoever waited and was not gave up'),
  nobody: values('Values of the agent’s column that name nobody').default(['']),
  nothing: values('Times that mean there was none, where both ends of a stretch have them').default(['', '0:00:00', '00:00:00']),
  head_start_s: z
    .record(z.string(), z.number().min(-86_400).max(86_400))
    .default({})
    .describe('By priority: seconds of waiting it is given as it begins to wait'),
})
export type Columns = z.infer<typeof columnsShape>

export const columnNames = [
  'id',
  'date',
  'arrived',
  'menu_left',
  'queued',
  'queue_left',
  'served_from',
  'served_to',
  'outcome',
  'agent',
  'priority',
  'kind',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What a row has in a column; null where the column is not named, or the row too short. */
export type Cells = (name: ColumnName) => string | null

// The layout in which the Technion (Guedj & Mandelbaum) gives the calls of a bank's centre in 1999, one file a month. Its documentation says
// that calls of priority 2 are placed as if they had waited a minute and a half already.
const technion = columnsShape.parse({
  id: 'call_id',
  date: 'date',
  arrived: 'vru_entry',
  menu_left: 'vru_exit',
  queued: 'q_start',
  queue_left: 'q_exit',
  served_from: 'ser_start',
  served_to: 'ser_exit',
  outcome: 'outcome',
  agent: 'server',
  priority: 'priority',
  kind: 'type',
  outcomes: { answered: ['AGENT'], gave_up: ['HANG'], left_out: ['PHANTOM'] },
  nobody: ['NO_SERVER', ''],
  head_start_s: { '2': 90 },
} satisfies z.input<typeof columnsShape>)

export const layouts: Readonly<Record<string, Columns>> = { technion }
