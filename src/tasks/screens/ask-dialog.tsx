import { useState, type FormEvent } from 'react'
import type { Case } from '#cases/contract'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Editor, type Written } from '#ui/editor'
import { TextArea, TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { LONGEST_TITLE, MOST_ITEMS, postTask, type Task, type TaskId } from '../contract.ts'
import { words } from './ask-words.ts'
import { DeadlineField, UNAGREED, UNSAID, type When } from './deadline-field.tsx'
import { isPlain } from './quote.ts'
import { isOver } from './said.ts'
import { NOTHING, ShowField, type Shown } from './show-field.tsx'
import { touched } from './touched.ts'
import { useSettled } from './use-settled.ts'
import { askedOf, NOBODY, WhomField, type Chosen } from './whom-field.tsx'

type Asking = { found: Case; others: readonly Task[]; onClose: () => void }
const UNWRITTEN: Written = { html: '', text: '', empty: true }

/** Asking somebody for something: of whom, what, by when, after what, and what of the case they see. */
export function AskDialog({ found, others, onClose }: Asking) {
  const say = useWords(words)
  const [whom, setWhom] = useState<Chosen>(NOBODY)
  const [title, setTitle] = useState('')
  const [written, setWritten] = useState(UNWRITTEN)
  const [when, setWhen] = useState<When>(UNSAID)
  const [agreed, setAgreed] = useState(UNAGREED)
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [after, setAfter] = useState<readonly TaskId[]>([])
  const [items, setItems] = useState('')
  const asked = askedOf(whom)
  const ask = useSend(postTask, {
    refetch: touched,
    onDone: (made) => {
      toast({ tone: 'good', text: say('done', { title: made.title, name: made.asked.name }) })
      onClose()
    },
  })
  const ready = asked !== null && title.trim() !== '' && agreed.ready
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const { deadline } = agreed
    ask.mutate({
      case: found.id, asked, title: title.trim(), text: written.text, ...(written.empty || isPlain(written.html) ? {} : { html: written.html }), ...(deadline ? { deadline } : {}),
      knowingly: when.knowingly, after: [...after], messages: [...shown.messages], attachments: [...shown.attachments], uploads: shown.uploads.map(({ id }) => id),
      checklist: linesOf(items),
    }) // prettier-ignore
  }
  const about = useSettled(`${title} ${written.text}`.trim(), 600)
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('title')}
      size="wide"
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="tasks-ask" tone="primary" icon="send" isDisabled={!ready} busy={ask.isPending}>
            {say('ask')}
          </Button>
        </>
      }
    >
      <form id="tasks-ask" onSubmit={submit} className="tasks-asking">
        <Stack>
          <TextField
            label={say('what')}
            placeholder={say('whatExample')}
            value={title}
            onChange={setTitle}
            maxLength={LONGEST_TITLE}
            isRequired
            autoFocus
          />
          <WhomField of={found.id} about={about} value={whom} onChange={setWhom} />
          <DeadlineField of={found.id} asked={asked} after={after} value={when} onChange={setWhen} onAgreed={setAgreed} />
          <Editor label={say('text')} placeholder={say('textHint')} onChange={setWritten} />
          <ShowField found={found} value={shown} onChange={setShown} />
          <details className="tasks-show">
            <summary>{say('more')}</summary>
            <Stack gap={2}>
              <After others={others} value={after} onChange={setAfter} />
              <TextArea
                label={say('checklist')}
                hint={say('checklistHint')}
                rows={3}
                value={items}
                onChange={setItems}
                maxLength={20_000}
              />
            </Stack>
          </details>
        </Stack>
      </form>
    </Dialog>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(0, MOST_ITEMS)

function After({
  others,
  value,
  onChange,
}: {
  others: readonly Task[]
  value: readonly TaskId[]
  onChange: (after: readonly TaskId[]) => void
}) {
  const say = useWords(words)
  const open = others.filter((task) => !isOver(task))
  if (open.length === 0) return null
  return (
    <fieldset className="tasks-choose">
      <legend>{say('after')}</legend>
      <p className="tasks-quiet">{say('afterHint')}</p>
      {open.map(({ id, reference, title }) => (
        <Checkbox
          key={id}
          isSelected={value.includes(id)}
          onChange={(on) => onChange(on ? [...value, id] : value.filter((each) => each !== id))}
        >
          {reference} · {title}
        </Checkbox>
      ))}
    </fieldset>
  )
}
