// What of the case is shown with a task: messages and files, chosen one by one. Nothing else of it can be seen.
import { useState } from 'react'
import type { Case, CaseId, Interaction, InteractionId, UploadId } from '#cases/contract'
import { bringFile } from '#ui/bring-file'
import { Checkbox } from '#ui/choice'
import { FileChip, FileDrop } from '#ui/drop'
import { tell } from '#ui/failure'
import { Stack } from '#ui/layout'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { MOST_FILES } from '../contract.ts'
import { words } from './ask-words.ts'

type Upload = { id: UploadId; name: string; size: number }
export type Shown = { messages: readonly InteractionId[]; attachments: readonly string[]; uploads: readonly Upload[] }
export const NOTHING: Shown = { messages: [], attachments: [], uploads: [] }

type Showing = { found: Case; value: Shown; onChange: (shown: Shown) => void }
const MOST_LISTED = 40
const MOST_BYTES = 25_000_000

export function ShowField({ found, value, onChange }: Showing) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const messages = found.conversations
    .flatMap(({ interactions }) => interactions)
    .filter(({ kind, state }) => kind === 'message' && state !== 'cancelled')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_LISTED)
  const files = messages.flatMap(({ attachments }) => attachments.filter(({ inline }) => !inline))
  return (
    <details className="tasks-show" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say('show')} · {say('showMessages', { count: value.messages.length })}
      </summary>
      <Stack gap={2}>
        <p className="tasks-quiet">{messages.length === 0 ? say('showNone') : say('showHint')}</p>
        <ul className="tasks-choose">
          {messages.map((message) => (
            <li key={message.id}>
              <Checkbox
                isSelected={value.messages.includes(message.id)}
                onChange={(on) => onChange({ ...value, messages: toggled(value.messages, message.id, on) })}
              >
                <Excerpt message={message} />
              </Checkbox>
            </li>
          ))}
        </ul>
        {files.length > 0 && (
          <fieldset className="tasks-choose">
            <legend>{say('ofCase')}</legend>
            {files.map((file) => (
              <Checkbox
                key={file.id}
                isSelected={value.attachments.includes(file.id)}
                onChange={(on) => onChange({ ...value, attachments: toggled(value.attachments, file.id, on) })}
              >
                {file.name}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <Bring of={found.id} held={value.uploads} onChange={(uploads) => onChange({ ...value, uploads })} />
      </Stack>
    </details>
  )
}

const toggled = <Item,>(all: readonly Item[], item: Item, on: boolean): Item[] =>
  on ? [...all, item] : all.filter((each) => each !== item)

function Excerpt({ message }: { message: Interaction }) {
  const say = useWords(words)
  const from = message.direction === 'out' ? (message.author?.name ?? say('us')) : message.from.name || message.from.address
  return (
    <span className="tasks-excerpt">
      <strong>{from}</strong> <Time at={message.at} as="day" />
      <small>{message.visible_text.slice(0, 160)}</small>
    </span>
  )
}

function Bring({ of, held, onChange }: { of: CaseId; held: readonly Upload[]; onChange: (uploads: readonly Upload[]) => void }) {
  const bring = (files: readonly File[]) => {
    Promise.all(files.map((file) => bringFile(`/api/v1/cases/${of}/uploads`, file))).then(
      (come) => onChange([...held, ...come.map(({ id, name, size }) => ({ id: id as UploadId, name, size }))]),
      tell,
    ) // an upload by its id
  }
  return (
    <>
      <div className="tasks-files">
        {held.map((file) => (
          <FileChip
            key={file.id}
            name={file.name}
            bytes={file.size}
            onRemove={() => onChange(held.filter(({ id }) => id !== file.id))}
          />
        ))}
      </div>
      <FileDrop
        bounds={{ files: MOST_FILES, bytes: MOST_BYTES }}
        held={held.length}
        onFiles={bring}
        onRefused={(text) => toast({ tone: 'danger', text })}
      />
    </>
  )
}
