import type { ReactNode } from 'react'
import { DropZone, FileTrigger, type DropItem } from 'react-aria-components'
import { Button, IconButton } from './button.tsx'
import { words } from './floor-words.ts'
import { Icon } from './icon.tsx'
import { size } from './instant.ts'
import { useLanguage, type Language } from './language.ts'
import { FileSize } from './time.tsx'
import { speak, useWords } from './words.ts'
import './drop.css'

export type Bounds = { files: number; bytes: number } // how many, and how much each
type Dropping = {
  bounds: Bounds
  held: number
  onFiles: (files: File[]) => void
  onRefused: (sentence: string) => void
  children?: ReactNode
}

/** Files by dropping, pasting or choosing. What is out of bounds is refused with a sentence; the rest goes on. */
export function FileDrop({ bounds, held, onFiles, onRefused, children }: Dropping) {
  const say = useWords(words)
  const spoken = useLanguage()
  const take = (files: readonly File[]) => {
    const { taken, refused } = within(files, { bounds, held, spoken })
    if (taken.length > 0) onFiles(taken)
    if (refused) onRefused(refused)
  }
  return (
    <DropZone className="ui-drop" aria-label={say('dropHere')} onDrop={(event) => void filesOf(event.items).then(take)}>
      <Icon name="attach" />
      <span>
        {say('dropHere')}
        <small>{say('dropBounds', { count: bounds.files, size: size(bounds.bytes, spoken) })}</small>
      </span>
      <FileTrigger allowsMultiple onSelect={(list) => take([...(list ?? [])])}>
        <Button size="small">{say('chooseFiles')}</Button>
      </FileTrigger>
      {children}
    </DropZone>
  )
}

/** A file held, with its size and, where it may be, a way to let it go. */
export function FileChip({ name, bytes, href, onRemove }: { name: string; bytes: number; href?: string; onRemove?: () => void }) {
  const say = useWords(words)
  const inside = (
    <>
      <Icon name="attach" size={16} />
      <span className="ui-file-name">{name}</span>
      <small>
        <FileSize bytes={bytes} />
      </small>
    </>
  )
  return (
    <span className="ui-file">
      {href ? (
        <a href={href} download={name}>
          {inside}
        </a>
      ) : (
        inside
      )}
      {onRemove && <IconButton icon="close" size="small" label={say('remove', { name })} onPress={onRemove} />}
    </span>
  )
}

async function filesOf(items: readonly DropItem[]): Promise<File[]> {
  return await Promise.all(items.filter((item) => item.kind === 'file').map((item) => item.getFile()))
}

function within(files: readonly File[], { bounds, held, spoken }: { bounds: Bounds; held: number; spoken: Language }) {
  const own = words[spoken]
  const bad = files.find((file) => file.size > bounds.bytes || file.size === 0)
  const fine = files.filter((file) => file.size <= bounds.bytes && file.size > 0)
  const taken = fine.slice(0, Math.max(0, bounds.files - held))
  if (bad && bad.size === 0) return { taken, refused: speak(own.emptyFile, spoken, { name: bad.name }) }
  if (bad)
    return {
      taken,
      refused: speak(own.tooBig, spoken, { name: bad.name, size: size(bad.size, spoken), limit: size(bounds.bytes, spoken) }),
    }
  return { taken, refused: taken.length < fine.length ? speak(own.tooMany, spoken, { count: bounds.files }) : null }
}
