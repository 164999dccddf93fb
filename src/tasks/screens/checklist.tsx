import { useState, type FormEvent } from 'react'
import type { CaseId } from '#cases/contract'
import { IconButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { deleteItem, postItem, putItem, type Item, type TaskId } from '../contract.ts'
import { touched } from './touched.ts'
import { words } from './words.ts'

type Listing = { of: CaseId | null; task?: TaskId; items: readonly Item[]; write: boolean; tick: boolean; title: string }

/** What is to be done, point by point: ticked by whoever does it, written by whoever works on the case. */
export function Checklist({ of, task, items, write, tick, title }: Listing) {
  const say = useWords(words)
  const check = useSend(putItem, { refetch: touched })
  const strike = useSend(deleteItem, { refetch: touched })
  const done = items.filter(({ done_at }) => done_at !== null).length
  return (
    <details className="tasks-checklist" open={items.length > 0}>
      <summary>
        {title}
        {items.length > 0 && <> · {say('itemsDone', { done, all: items.length })}</>}
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              isSelected={item.done_at !== null}
              isDisabled={!tick}
              onChange={(on) => check.mutate({ id: item.id, done: on })}
              {...(item.done_by ? { detail: item.done_by } : {})}
            >
              {item.what}
            </Checkbox>
            {write && (
              <IconButton
                icon="close"
                size="small"
                label={say('strikeItem', { what: item.what })}
                onPress={() => strike.mutate({ id: item.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {write && of && <Add of={of} {...(task ? { task } : {})} />}
    </details>
  )
}

function Add({ of, task }: { of: CaseId; task?: TaskId }) {
  const say = useWords(words)
  const [what, setWhat] = useState('')
  const add = useSend(postItem, { refetch: touched, onDone: () => setWhat('') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (what.trim() !== '' && !add.isPending) add.mutate({ case: of, what: what.trim(), ...(task ? { task } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <TextField label={say('addItem')} hideLabel placeholder={say('addItem')} value={what} onChange={setWhat} maxLength={300} />
    </form>
  )
}
