import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Ability } from '../../../contract/abilities.ts'
import type { Column } from './columns.ts'
import { gridWords } from './words.ts'

type Sheet = {
  columns: readonly Column[]
  people: readonly Ability[]
  edits: boolean
  onSet: (person: Ability, column: Column, value: number | null) => void
}
type Place = { row: number; column: number }

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
}

/** A sheet of levels: arrows move, a digit sets, Delete empties; what was copied from another sheet is pasted from where one stands. */
export function Grid({ columns, people, edits, onSet }: Sheet) {
  const say = useWords(gridWords)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const stand = ({ row, column }: Place): void => {
    const place = { row: within(row, people.length), column: within(column, columns.length) }
    setAt(place)
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`)?.focus()
  }
  const put = ({ row, column }: Place, value: number | null): void => {
    const [person, of] = [people[row], columns[column]]
    const meant = value === 0 && of?.usual === null ? null : value // none of a skill is nothing
    if (edits && person && of && (meant === null || (meant >= of.least && meant <= of.most))) onSet(person, of, meant)
  }
  const press = (event: KeyboardEvent, place: Place): void => {
    const [rows, across] = steps[event.key] ?? []
    if (rows !== undefined) stand({ row: place.row + rows, column: place.column + across! })
    else if (event.key === 'Home') stand({ ...place, column: 0 })
    else if (event.key === 'End') stand({ ...place, column: columns.length - 1 })
    else if (/^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey) put(place, Number(event.key))
    else if (event.key === 'Delete' || event.key === 'Backspace') put(place, null)
    else return
    event.preventDefault()
    event.stopPropagation() // a digit is not a key of the desk here
  }
  const paste = (event: ClipboardEvent): void => {
    const rows = event.clipboardData.getData('text/plain').trimEnd().split(/\r?\n/).slice(0, people.length)
    rows.forEach((line, down) =>
      line.split('\t').forEach((text, across) => {
        const place = { row: at.row + down, column: at.column + across }
        if (/^\d?$/.test(text.trim())) put(place, text.trim() === '' ? null : Number(text))
      }),
    )
    event.preventDefault()
  }
  const [person, column] = [people[at.row], columns[at.column]]
  return (
    <>
      {edits && person && column && <Pad person={person} column={column} onPut={(value) => put(at, value)} />}
      <div className="routing-scroll routing-grid-scroll">
        <table ref={table} role="grid" aria-label={say('grid')} className="routing-grid" onPaste={paste}>
          <thead>
            <tr>
              <th scope="col">{say('person')}</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  <span>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person, row) => (
              <tr key={person.person}>
                <th scope="row">{person.name}</th>
                {columns.map((column, place) => (
                  <Cell
                    key={column.id}
                    person={person}
                    column={column}
                    place={{ row, column: place }}
                    stops={at.row === row && at.column === place}
                    edits={edits}
                    onStand={setAt}
                    onPress={press}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

// The same by pressing: for a finger, and for whoever has no digits at hand.
function Pad({ person, column, onPut }: { person: Ability; column: Column; onPut: (value: number | null) => void }) {
  const say = useWords(gridWords)
  const levels = Array.from({ length: column.most - column.least + 1 }, (_, at) => column.least + at)
  const now = column.valueOf(person)
  return (
    <div className="routing-pad" role="group" aria-label={`${person.name}, ${column.label}`}>
      <span>
        {person.name} · <strong>{column.label}</strong>
      </span>
      <span>
        <Button
          size="small"
          tone={now === null ? 'primary' : 'quiet'}
          aria-label={column.usual === null ? say('nothing') : say('usual', { level: column.usual })}
          onPress={() => onPut(null)}
        >
          –
        </Button>
        {levels.map((level) => (
          <Button key={level} size="small" tone={now === level ? 'primary' : 'quiet'} onPress={() => onPut(level)}>
            {String(level)}
          </Button>
        ))}
      </span>
    </div>
  )
}

const within = (place: number, count: number): number => Math.min(Math.max(place, 0), count - 1)

type Celling = {
  person: Ability
  column: Column
  place: Place
  stops: boolean
  edits: boolean
  onStand: (place: Place) => void
  onPress: (event: KeyboardEvent, place: Place) => void
}

function Cell({ person, column, place, stops, edits, onStand, onPress }: Celling) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  const value = column.valueOf(person)
  const shown = value ?? column.usual
  const said = value === null ? (column.usual === null ? say('nothing') : say('usual', { level: column.usual })) : String(value)
  return (
    <td
      role="gridcell"
      data-cell={`${place.row}:${place.column}`}
      data-level={value ?? (column.usual === null ? '' : 'usual')}
      tabIndex={stops ? 0 : -1}
      lang={spoken}
      aria-label={`${person.name}, ${column.label}, ${said}`}
      aria-readonly={!edits}
      onFocus={() => onStand(place)}
      onKeyDown={(event) => onPress(event, place)}
    >
      {shown ?? '·'}
    </td>
  )
}
