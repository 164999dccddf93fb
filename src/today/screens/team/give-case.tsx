import { useState, type FormEvent } from 'react'
import type { Id, PersonId } from '#base/contract'
import { countCases, getCase, listCases, putOwner } from '#cases/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getTeamDay, getToday, type TeamDay } from '../../contract.ts'
import { words } from './words.ts'

type Giving = { of: Id<'case'>; from: PersonId; team: TeamDay; onClose: () => void }

/** Whoever leads gives a case to somebody else at once; who carries least is proposed. */
export function GiveCase({ of, from, team, onClose }: Giving) {
  const say = useWords(words)
  const lightest = team.members
    .toReversed()
    .find(({ person, away, presence }) => person.id !== from && !away && presence !== 'offline')
  const [to, setTo] = useState<PersonId | null>(lightest?.person.id ?? null)
  const give = useSend(putOwner, {
    refetch: [getTeamDay, getToday, getCase, listCases, countCases],
    onDone: () => {
      toast({
        tone: 'good',
        text: say('giveToast', { name: team.members.find(({ person }) => person.id === to)?.person.name ?? '' }),
      })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to) give.mutate({ id: of, owner: to, expected_owner: from })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('giveTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="today-give-case" tone="primary" isDisabled={!to} busy={give.isPending}>
            {say('giveDo')}
          </Button>
        </>
      }
    >
      <form id="today-give-case" onSubmit={submit}>
        <Stack>
          <p className="today-soft">{say('giveText')}</p>
          <ChoosePerson label={say('giveTo')} value={to} onChange={setTo} without={from} isRequired />
        </Stack>
      </form>
    </Dialog>
  )
}
