import { useWords } from '#ui/words'
import { usePercent } from '../shown.ts'
import { words } from '../words.ts'

export function Progress({ share }: { share: number }) {
  const say = useWords(words)
  const percent = usePercent()
  const said = say('thinking', { share: percent(share) })
  return (
    <div className="intraday-progress" role="status">
      <progress value={share} max={1} aria-label={said} />
      <span>{said}</span>
    </div>
  )
}
