import { useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { send } from '#ui/api'
import { Button } from '#ui/button'
import { Combobox, type Option } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { tell } from '#ui/failure'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { refetch, useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteMerge, listCases, postMerge, type Case, type CaseId, type Listed } from '../../contract.ts'
import { mergeTouches } from './merged.tsx'
import { words } from './standing-words.ts'

const MOST = 12

/** Which other case is the same matter: first those of the same customer, else whatever one looks for. */
export function MergeDialog({ found, onClose }: { found: Case; onClose: () => void }) {
  const say = useWords(words)
  const [which, setWhich] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [because, setBecause] = useState('')
  const candidates = useCandidates(found, typed)
  const chosen = candidates.find(({ id }) => id === which)
  const undo = (merged: CaseId) => () =>
    void send(deleteMerge, { id: found.id, merged }).then(() => refetch(...mergeTouches), tell)
  const join = useSend(postMerge, {
    refetch: mergeTouches,
    onDone: () => {
      if (chosen)
        toast({
          tone: 'good',
          text: say('merged', { number: chosen.number }),
          action: { label: say('undo'), run: undo(chosen.id) },
        })
      onClose()
    },
  })
  const options: Option[] = candidates.map((each) => ({
    id: each.id,
    label: `${each.number} · ${each.subject || say('noSubject')}`,
    detail: [each.customer?.name, each.owner.name].filter(Boolean).join(' · '),
  }))
  const pick = (id: string | null) => {
    setWhich(id)
    const option = options.find((each) => each.id === id)
    if (option) setTyped(option.label)
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button
        tone="primary"
        icon="link"
        isDisabled={!chosen}
        busy={join.isPending}
        onPress={() => chosen && join.mutate({ id: found.id, merged: chosen.id, because })}
      >
        {say('mergeGo')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('mergeTitle', { number: found.number })} foot={foot}>
      <Stack>
        <p className="cases-quiet">{say('mergeText', { owner: found.owner.name })}</p>
        <Combobox
          label={say('mergeWhich')}
          hint={say('mergeWhichHint')}
          options={options}
          value={which}
          onChange={pick}
          text={typed}
          onText={setTyped}
          autoFocus
          isRequired
        />
        <TextField label={say('mergeBecause')} value={because} onChange={setBecause} maxLength={2000} />
      </Stack>
    </Dialog>
  )
}

function useCandidates(found: Case, typed: string): readonly Listed[] {
  const q = typed.split(' · ')[0]?.trim() ?? ''
  const customer = found.customer?.id as CustomerId | undefined // the contract names it with its bare id
  const theirs = useAsk(listCases, { customer, status: 'open', limit: MOST }, { enabled: customer !== undefined && q === '' })
  const sought = useAsk(listCases, { q, status: 'all', limit: MOST }, { enabled: q !== '', keepPrevious: true })
  const items = (q === '' ? theirs : sought).data?.items ?? []
  return items.filter(({ id, brand }) => id !== found.id && brand.id === found.brand.id)
}
