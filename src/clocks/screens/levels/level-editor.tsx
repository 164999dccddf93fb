import { useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listPolicies, postPolicy, putPolicy, type Policy } from '../../contract.ts'
import { definitionOf, formOf, type LevelForm } from './level-form.ts'
import { HoursAndQuiet } from './hours-and-quiet.tsx'
import { Ladder } from './ladder.tsx'
import { ForWhom } from './for-whom.tsx'
import { Preview } from './preview.tsx'
import { TargetTable } from './targets.tsx'
import { words } from './words.ts'

export type Change = (part: Partial<LevelForm>) => void

/** One service level: whom it is for, its deadlines, its hours, its ladder; below, what all that says. */
export function LevelEditor({ level, onClose }: { level: Policy | null; onClose: () => void }) {
  const say = useWords(words)
  const [form, setForm] = useState<LevelForm>(() => formOf(level))
  const change: Change = (part) => setForm((before) => ({ ...before, ...part }))
  const done = {
    refetch: [listPolicies],
    onDone: () => {
      toast({ tone: 'good', text: say('saved') })
      onClose()
    },
  }
  const add = useSend(postPolicy, done)
  const edit = useSend(putPolicy, done)
  const definition = definitionOf(form)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!definition) return
    if (level) edit.mutate({ ...definition, id: level.id, version: level.version })
    else add.mutate(definition)
  }
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={level ? say('editTitle', { name: level.name }) : say('newTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            type="submit"
            form="clocks-level"
            tone="primary"
            isDisabled={!definition}
            busy={add.isPending || edit.isPending}
          >
            {say('save')}
          </Button>
        </>
      }
    >
      <form id="clocks-level" onSubmit={submit}>
        <Stack gap={6}>
          <TextField
            label={say('name')}
            value={form.name}
            onChange={(name) => change({ name })}
            maxLength={120}
            isRequired
            autoFocus={!level}
          />
          <ForWhom form={form} change={change} />
          <TargetTable form={form} change={change} />
          <HoursAndQuiet form={form} change={change} />
          <Ladder form={form} change={change} />
          <Preview definition={definition} />
        </Stack>
      </form>
    </Dialog>
  )
}
