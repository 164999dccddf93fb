import { useState } from 'react'
import { ButtonLink } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FileChip } from '#ui/drop'
import { useWords } from '#ui/words'
import type { Attachment, Interaction } from '../../contract.ts'
import { words } from './message-words.ts'

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_PREVIEWED = 12_000_000 // bytes
const urlOf = ({ id }: Attachment): string => `/api/v1/attachments/${id}`

/** Some programs send files without a name. */
function useName(): (file: Attachment) => string {
  const say = useWords(words)
  return ({ name, type }) => name || say('unnamed', { kind: type.split('/').at(-1) ?? '' })
}

/** Pictures are seen, the rest is fetched. Pictures inside the formatted text are not shown twice. */
export function Attachments({ of: { attachments }, formatted }: { of: Interaction; formatted: boolean }) {
  const nameOf = useName()
  const shown = attachments.filter(({ inline }) => !(formatted && inline))
  const pictures = shown.filter(({ type, size }) => SHOWN.has(type) && size <= MOST_PREVIEWED)
  return (
    <>
      {pictures.map((picture) => (
        <Picture key={picture.id} picture={picture} />
      ))}
      {shown
        .filter((each) => !pictures.includes(each))
        .map((each) => (
          <FileChip key={each.id} name={nameOf(each)} bytes={each.size} href={urlOf(each)} />
        ))}
    </>
  )
}

function Picture({ picture }: { picture: Attachment }) {
  const say = useWords(words)
  const name = useName()(picture)
  const [open, setOpen] = useState(false)
  const download = (
    <ButtonLink icon="download" href={urlOf(picture)} download={name}>
      {say('download')}
    </ButtonLink>
  )
  return (
    <>
      <button type="button" className="cases-picture" aria-label={say('picture', { name })} onClick={() => setOpen(true)}>
        <img src={`${urlOf(picture)}?show`} alt="" loading="lazy" decoding="async" />
        <span>{name}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={name} size="wide" foot={download}>
        <img className="cases-picture-whole" src={`${urlOf(picture)}?show`} alt={name} />
      </Dialog>
    </>
  )
}
