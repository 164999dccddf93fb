import { ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Icon } from '#ui/icon'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { deleteDemonstration, getDemonstration } from '../contract.ts'
import { words } from './words.ts'
import './demo.css'

const READING_MILLISECONDS = 2_500 // that everything is gone, before the way in is shown

/** Over every page of a demonstration, so that nobody takes it for a real house. */
export function DemoBanner() {
  const say = useWords(words)
  const { data } = useAsk(getDemonstration, {}, { staleSeconds: 3_600 })
  const remove = useSend(deleteDemonstration, {
    onDone: () => setTimeout(() => location.assign('/desk/sign-in'), READING_MILLISECONDS),
  })
  if (!data?.is) return null
  return (
    <aside className="demo-banner" aria-label={say('banner')}>
      <Icon name="star" size={16} />
      <span className="demo-banner-words" role="status">
        {say(remove.isSuccess ? 'removed' : remove.isPending ? 'removing' : 'banner')}
      </span>
      <ButtonLink size="small" tone="quiet" icon="mail" href="/desk/play">
        {say('play')}
      </ButtonLink>
      {data.removable && (
        <Confirm
          label={say('remove')}
          question={say('removeAsk')}
          yes={say('removeYes')}
          icon="trash"
          tone="quiet"
          size="small"
          isDisabled={remove.isPending || remove.isSuccess}
          onYes={() => remove.mutate({})}
        />
      )}
    </aside>
  )
}
