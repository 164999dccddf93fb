import { useState } from 'react'
import { Button } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { PersonId } from '#base/contract'
import { floorStates, listQueueItems, offerItem, type Item } from '../../contract.ts'
import { words as floorWords } from './words.ts'
import { words } from './drawer-words.ts'
import type { Seen } from './page.tsx'

/** To somebody in particular, who may decline. Whoever is free and can is on top. */
export function OfferTo({ seen, item, onClose }: { seen: Seen; item: Item; onClose: () => void }) {
  const say = useWords(words)
  const sayFloor = useWords(floorWords)
  const [person, setPerson] = useState<string | null>(null)
  const place = seen.roster.queues.indexOf(item.queue.key)
  const people = seen.roster.people
    .flatMap((known) => {
      const now = seen.floor.people.get(known.id)
      return now && now.state !== 'off' ? [{ known, now, can: known.queues.includes(place) }] : []
    })
    .toSorted((a, b) => Number(b.can) - Number(a.can) || floorStates.indexOf(a.now.state) - floorStates.indexOf(b.now.state) || a.known.name.localeCompare(b.known.name, 'fr'))
  const name = people.find(({ known }) => known.id === person)?.known.name ?? ''
  const offer = useSend(offerItem, {
    refetch: [listQueueItems],
    onDone: () => {
      toast({ tone: 'good', text: say('offered', { name }) })
      seen.again()
      onClose()
    },
  })
  const options = people.map(({ known, now, can }) => ({ id: known.id as string, label: known.name, detail: can ? sayFloor(`state_${now.state}`) : `${sayFloor(`state_${now.state}`)} · ${say('cannot')}` }))
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('offerTitle')}
      foot={
        <>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" isDisabled={person === null} busy={offer.isPending} onPress={() => person !== null && offer.mutate({ item: item.id, person: person as PersonId })}>
            {say('offerDo')}
          </Button>
        </>
      }
    >
      <Combobox label={say('toWhom')} hint={say('offerHint')} options={options} value={person} onChange={setPerson} autoFocus />
    </Dialog>
  ) // chosen among people of the roster
} // prettier-ignore
