import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Stack } from '#ui/layout'
import { useWords } from '#ui/words'
import { words } from './words.ts'

type Choosing = {
  title: string
  without: PersonId // whoever is away
  of: { isPending: boolean; error: Error | null } // the sending, shown in place
  onChoose: (person: PersonId) => void
  onBack?: () => void // the rule again
  onClose: () => void
}

/** Who covers: one person. */
export function ChooseCover({ title, without, of, onChoose, onBack, onClose }: Choosing) {
  const say = useWords(words)
  const [person, setPerson] = useState<PersonId | null>(null)
  const foot = (
    <>
      {onBack && <Button tone="quiet" icon="undo" onPress={onBack}>{say('back')}</Button>}
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!person} busy={of.isPending} onPress={() => person && onChoose(person)}>
        {say('save')}
      </Button>
    </>
  ) // prettier-ignore
  return (
    <Dialog open onClose={onClose} title={title} size="small" foot={foot}>
      <Stack>
        <ChoosePerson label={say('person')} without={without} value={person} onChange={setPerson} />
        {of.error && <Failure error={of.error} />}
      </Stack>
    </Dialog>
  )
}
