import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { countCases, getCase, listCases, type Case } from '#cases/contract'
import { ChoosePerson, useAllPeople } from '#staff/screens'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { Notice, Stack } from '#ui/layout'
import { useLanguage, type Language } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countBatons, getCaseBaton, getDraft, listBatons, postBaton, type Brief, type Draft } from '../contract.ts'
import { BriefEdit } from './brief-edit.tsx'
import { words } from './words.ts'
import './handovers.css'

type Handing = { found: Case; open: true; onClose: () => void; to?: PersonId } // `to`: whom it is offered to, unless somebody else is chosen

/** Handing over one case: to whom, what they must know (written from the case, to be corrected), and the word to the customer. */
export function BatonDialog({ found, onClose, to: proposed }: Handing) {
  const say = useWords(words)
  const [to, setTo] = useState<PersonId | null>(proposed ?? null)
  const [message, setMessage] = useState('')
  const [brief, setBrief] = useState<Brief | null>(null)
  const [word, setWord] = useState<Word | null>(null)
  const language = useLanguage()
  const draft = useAsk(getDraft, to ? { case: found.id, to } : { case: found.id }, { enabled: to !== null })
  const name = useAllPeople().find(({ id }) => id === to)?.name ?? ''
  const offer = useSend(postBaton, {
    refetch: [getCase, getCaseBaton, listCases, countCases, listBatons, countBatons],
    onDone: () => {
      toast({ tone: 'good', text: say('offered', { name }) })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const said = saidOf(word, draft.data, language)
  const go = () => {
    if (!to) return
    const introduction = said && asked(said)
    offer.mutate({ case: found.id, to, message, ...(brief && { brief }), ...(introduction && { introduction }) })
  }
  const choose = (person: PersonId | null) => {
    setTo(person)
    setBrief(null)
    setWord(null)
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" icon="handover" isDisabled={!draft.data || isUnsaid(said)} busy={offer.isPending} onPress={go}>
        {say('offer')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('dialogTitle', { number: found.number })} size="wide" foot={foot}>
      <Stack>
        <ChoosePerson label={say('to')} without={found.owner.id} value={to} onChange={choose} isRequired />
        {to ? draft.isPending && <Skeleton lines={6} /> : <p className="handovers-hint">{say('chooseFirst')}</p>}
        {draft.error && <Failure error={draft.error} />}
        {to && draft.data && (
          <>
            <TextArea label={say('message')} rows={2} value={message} onChange={setMessage} maxLength={4000} />
            <BriefEdit key={`${to}`} brief={brief ?? draft.data.brief} onChange={setBrief} />
            <WordToCustomer draft={draft.data} word={said} onChange={setWord} />
          </>
        )}
        {offer.error && <Failure error={offer.error} />}
      </Stack>
    </Dialog>
  )
}

const saidOf = (word: Word | null, draft: Draft | undefined, language: Language): Word | null =>
  word ?? (draft ? wordOf(draft, language) : null)

type Word = { tell: boolean; text: string; because: string }
const wordOf = ({ silence, introduction }: Draft, language: Language): Word => ({
  tell: silence === null,
  text: introduction.text,
  because: silence?.[language] ?? '',
})
const asked = ({ tell, text, because }: Word) => (tell ? { text } : because.trim() ? { skip: because } : undefined)
const isUnsaid = (word: Word | null): boolean =>
  word !== null && (word.tell ? word.text.trim() === '' : word.because.trim() === '')

function WordToCustomer({ draft, word, onChange }: { draft: Draft; word: Word | null; onChange: (word: Word) => void }) {
  const say = useWords(words)
  const language = useLanguage()
  const { silence, introduction } = draft
  if (!word || !introduction.channel || silence?.final) return silence && <Notice>{silence[language]}</Notice>
  const room = introduction.most ? { maxLength: introduction.most } : { maxLength: 4000 }
  return (
    <Stack gap={2}>
      <Checkbox isSelected={word.tell} onChange={(tell) => onChange({ ...word, tell })}>
        {say('introduce')}
      </Checkbox>
      {word.tell ? (
        <TextArea
          label={say('word')} hint={say('wordHint', { channel: introduction.channel })} rows={introduction.most ? 2 : 8} value={word.text}
          onChange={(text) => onChange({ ...word, text })} {...room}
        />
      ) : (
        <TextField label={say('skipWhy')} value={word.because} onChange={(because) => onChange({ ...word, because })} isRequired maxLength={500} />
      )}
    </Stack>
  ) // prettier-ignore
}
