import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice, Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getRulebook,
  listRulebooks,
  postRulebook,
  type RuleCheck,
  type RulebookVersion,
} from '../../contract/rulebook-endpoints.ts'
import { ChangeList } from './change-list.tsx'
import type { Book } from './use-book.ts'
import { words } from './words.ts'

const ways = ['now', 'rehearse', 'share'] as const
type Way = (typeof ways)[number]

/** What changes, in words; then for everybody at once, after a rehearsal, or for a share of the traffic first. */
export function Publish({ book, onClose }: { book: Book; onClose: () => void }) {
  const say = useWords(words)
  const [title, setTitle] = useState('')
  const [way, setWay] = useState<Way>('now')
  const wrong = book.checks.filter(({ weight }) => weight === 'wrong')
  const doubtful = book.checks.filter(({ weight }) => weight === 'doubtful')
  const publish = usePublish(book, { way, onClose })
  const ready = title.trim() !== '' && wrong.length === 0 && book.drafted !== null
  const send = (): void => publish.mutate({ title: title.trim(), in_force: way === 'now', draft: book.drafted!.version }) // asked for before
  return (
    <Dialog open onClose={onClose} size="wide" title={say('publishTitle')} foot={
      <>
        <Button onPress={onClose}>{say('cancel')}</Button>
        <Button tone="primary" isDisabled={!ready} busy={publish.isPending} onPress={send}>
          {say({ now: 'go', rehearse: 'goRehearse', share: 'goShare' }[way] as 'go')}
        </Button>
      </>
    }>
      <Stack gap={6}>
        {wrong.length > 0 && <Found tone="danger" title={say('wrongFirst')} checks={wrong} />}
        {doubtful.length > 0 && <Found tone="promise" title={say('doubtfulToo')} checks={doubtful} />}
        <p>{say(book.current ? 'publishLead' : 'publishFirst')}</p>
        {book.current && <ChangeList changes={book.changes} />}
        <TextField label={say('versionTitle')} hint={say('versionHint')} value={title} onChange={setTitle} maxLength={200} isRequired />
        {book.current && <Radios label={say('how')} value={way} onChange={setWay} options={ways.map((id) => ({ id, label: say(id), detail: say(`${id}Detail`) }))} />}
      </Stack>
    </Dialog>
  )
} // prettier-ignore

function usePublish(book: Book, { way, onClose }: { way: Way; onClose: () => void }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const done = ({ id, number }: RulebookVersion): void => {
    book.forget()
    toast({ tone: 'good', text: way === 'now' ? say('published') : say('keptAside', { number }) })
    onClose()
    if (way === 'rehearse') void navigate({ to: '/rehearsal/new', search: { rules: id } })
    if (way === 'share') void navigate({ to: '/routing/trial', search: { rules: id } })
  }
  return useSend(postRulebook, { refetch: [getRulebook, listRulebooks], onDone: done })
}

function Found({ tone, title, checks }: { tone: 'danger' | 'promise'; title: string; checks: readonly RuleCheck[] }) {
  const spoken = useLanguage()
  return (
    <Notice tone={tone} icon="warning" title={title}>
      <ul className="routing-sentences">
        {checks.map((check) => (
          <li key={check.id + check.en}>
            {check[spoken]} {check.mend[spoken]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
