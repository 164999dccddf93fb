import { useCallback, useState } from 'react'
import { Button } from '#ui/button'
import { bringFile } from '#ui/bring-file'
import { useDraft } from '#ui/drafts'
import { FileChip } from '#ui/drop'
import { Editor, type Written } from '#ui/editor'
import { tell } from '#ui/failure'
import { useFileCatch } from '#ui/file-catch'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { postAnswer, type TaskUploadId, type WholeTask } from '../contract.ts'
import { isPlain } from './quote.ts'
import { touched } from './touched.ts'
import { words } from './words.ts'

type Draft = { html: string; text: string; empty: boolean; files: { id: TaskUploadId; name: string; size: number }[] }
const UNWRITTEN: Draft = { html: '', text: '', empty: true, files: [] }
const isDraft = (kept: unknown): kept is Draft =>
  kept !== null &&
  typeof kept === 'object' &&
  'html' in kept &&
  typeof kept.html === 'string' &&
  'files' in kept &&
  Array.isArray(kept.files)

/** The answer, kept while it is written. Whoever answers for the case writes down what they were told. */
export function AnswerForm({ task }: { task: WholeTask }) {
  const say = useWords(words)
  const asked =
    task.may.includes('take') || task.may.includes('decline') || (task.taken_by !== null && !task.may.includes('chase'))
  const told = !asked
  const [open, setOpen] = useState(!told)
  if (!open)
    return (
      <p>
        <Button size="small" tone="quiet" icon="edit" onPress={() => setOpen(true)}>
          {say('told')}
        </Button>
      </p>
    )
  return <Writing task={task} told={told} />
}

function Writing({ task, told }: { task: WholeTask; told: boolean }) {
  const say = useWords(words)
  const draft = useDraft(`task:${task.id}`, UNWRITTEN, isDraft)
  const { value, keep } = draft
  const bring = useCallback(
    (files: readonly File[]) => {
      Promise.all(files.map((file) => bringFile(`/api/v1/tasks/${task.id}/uploads`, file))).then(
        (come) =>
          keep({
            ...value,
            files: [...value.files, ...come.map(({ id, name, size }) => ({ id: id as TaskUploadId, name, size }))],
          }),
        tell,
      ) // an upload by its id
    },
    [task.id, value, keep],
  )
  const { over, catching } = useFileCatch(bring)
  const send = useSend(postAnswer, {
    refetch: touched,
    onDone: () => {
      draft.drop()
      toast({ tone: 'good', text: say('sent') })
    },
  })
  const empty = value.empty && value.files.length === 0
  const press = () => {
    if (!empty && !send.isPending)
      send.mutate({
        id: task.id,
        text: value.text,
        ...(value.empty || isPlain(value.html) ? {} : { html: value.html }),
        uploads: value.files.map(({ id }) => id),
        told,
      })
  }
  return (
    <section className="tasks-answering" data-over={over || undefined} {...catching}>
      <Editor
        label={say('answerLabel')}
        placeholder={say('answerHint', { name: task.owner.name })}
        initial={value.html}
        onChange={(written: Written) => keep({ ...value, ...written })}
        onSend={press}
      />
      <div className="tasks-files">
        {value.files.map((file) => (
          <FileChip
            key={file.id}
            name={file.name}
            bytes={file.size}
            onRemove={() => keep({ ...value, files: value.files.filter(({ id }) => id !== file.id) })}
          />
        ))}
      </div>
      <footer className="tasks-deeds">
        <Button size="small" tone="quiet" icon="attach" onPress={() => pick(bring)}>
          {say('attach')}
        </Button>
        <Button tone="primary" icon="send" isDisabled={empty} busy={send.isPending} onPress={press}>
          {say('answer')}
        </Button>
      </footer>
    </section>
  )
}

function pick(bring: (files: readonly File[]) => void): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = true
  field.onchange = () => bring([...(field.files ?? [])])
  field.click()
}
