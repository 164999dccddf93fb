import { useState } from 'react'
import { Button } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listTemplates, postTemplate, type Case } from '../../contract.ts'
import { useMe } from '../me.ts'
import { words } from './composer-words.ts'

type Picking = { found: Case; html: string; open: boolean; onClose: () => void; onPick: (html: string) => void }

/** Type to find a template; who may can keep the present text as one. Those of the customer's language and the brand come first. */
export function TemplateDialog({ found, html, open, onClose, onPick }: Picking) {
  const say = useWords(words)
  const me = useMe()
  const [naming, setNaming] = useState(false)
  const all = useAsk(listTemplates, {}, { staleSeconds: 300, enabled: open }).data?.items ?? []
  const spoken = languageOf(found)
  const fit = all.filter(({ brand_id }) => brand_id === null || brand_id === found.brand.id)
  const order = fit.toSorted(
    (a, b) => Number(b.language === spoken) - Number(a.language === spoken) || a.name.localeCompare(b.name),
  )
  const options = order.map(({ id, name, language }) => ({
    id: String(id),
    label: name,
    detail: language === 'fr' ? 'Français' : 'English',
  }))
  const pick = (id: string | null) => {
    const chosen = all.find((each) => each.id === id)
    if (!chosen) return
    onClose()
    onPick(chosen.html)
  }
  return (
    <Dialog open={open} onClose={onClose} title={say('templateTitle')}>
      <Stack>
        {options.length > 0 ? (
          <Combobox label={say('template')} options={options} value={null} onChange={pick} autoFocus />
        ) : (
          <p>{say('noTemplates')}</p>
        )}
        {me?.may.has('template.manage') &&
          html !== '' &&
          (naming ? (
            <Naming html={html} onDone={onClose} />
          ) : (
            <Button icon="plus" onPress={() => setNaming(true)}>
              {say('saveTemplate')}
            </Button>
          ))}
      </Stack>
    </Dialog>
  )
}

function Naming({ html, onDone }: { html: string; onDone: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [name, setName] = useState('')
  const save = useSend(postTemplate, {
    refetch: [listTemplates],
    onDone: () => {
      toast({ tone: 'good', text: say('templateSaved') })
      onDone()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ name, language: spoken, brand_id: null, html })
      }}
    >
      <TextField
        label={say('templateName')}
        value={name}
        onChange={setName}
        maxLength={120}
        isRequired
        autoFocus
        end={
          <Button type="submit" size="small" busy={save.isPending}>
            {say('save')}
          </Button>
        }
      />
    </form>
  )
}

const languageOf = ({ conversations }: Case): string | null =>
  conversations
    .flatMap(({ interactions }) => interactions)
    .findLast(({ direction, language }) => direction === 'in' && language !== null)?.language ?? null
