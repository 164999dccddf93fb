import { useRef } from 'react'
import { Button, IconButton } from '#ui/button'
import { Menu } from '#ui/menu'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import { words } from './composer-words.ts'
import { ExtraSlot } from './extra-slot.tsx'
import type { Written } from './extras.ts'
import { openComposer } from './open.ts'

type Footing = {
  offered: Written
  found: Case
  kept: boolean
  anyway: boolean
  onFiles: (files: readonly File[]) => void
  onTemplates: () => void
  onDiscard: () => void
  onSend: (close: boolean) => void
}

/** What can be added to an answer, what became of the draft, and the ways to send it. */
export function WritingFoot({ offered, found, kept, anyway, onFiles, onTemplates, onDiscard, onSend }: Footing) {
  const say = useWords(words)
  return (
    <footer className="cases-writing-foot">
      <Attach onFiles={onFiles} />
      <Button size="small" tone="quiet" icon="letter" onPress={onTemplates}>
        {say('templates')}
      </Button>
      <ExtraSlot place="foot" {...offered} />
      <Kept found={found} kept={kept} onDiscard={onDiscard} />
      <span className="cases-send">
        <Button tone="primary" icon="send" keys="Ctrl ⏎" onPress={() => onSend(false)}>
          {say(anyway ? 'sendAnyway' : 'send')}
        </Button>
        {found.status === 'open' && (
          <Menu
            label={say('moreSending')}
            trigger={<IconButton icon="up" tone="primary" label={say('moreSending')} />}
            groups={[
              {
                choices: [{ id: 'close', label: say('sendAndClose'), icon: 'check', keys: 'Ctrl ⇧ ⏎', run: () => onSend(true) }],
              },
            ]}
          />
        )}
      </span>
    </footer>
  )
}

function Attach({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null) => {
    onFiles([...(list ?? [])])
    if (field.current) field.current.value = '' // the same file may be chosen again
  }
  return (
    <>
      <Button size="small" tone="quiet" icon="attach" onPress={() => field.current?.click()}>
        {say('attach')}
      </Button>
      <input ref={field} type="file" multiple hidden onChange={(event) => take(event.target.files)} />
    </>
  )
}

function Kept({ found, kept, onDiscard }: { found: Case; kept: boolean; onDiscard: () => void }) {
  const say = useWords(words)
  if (!kept) return <span className="cases-kept" />
  const discard = () => {
    onDiscard()
    openComposer(found.id, null)
    toast({ text: say('discarded') })
  }
  return (
    <span className="cases-kept">
      {say('draftKept')}
      <IconButton icon="trash" size="small" label={say('discard')} onPress={discard} />
    </span>
  )
}
