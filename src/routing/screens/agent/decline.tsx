import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { useWords } from '#ui/words'
import { words } from './offer-words.ts'

const REASONS = ['finishing', 'skill', 'language', 'person'] as const

/** Declining is one press and a reason; the reason goes with the receipt, so that the rules can be mended. */
export function Decline({ isBusy, onDecline }: { isBusy: boolean; onDecline: (because: string) => void }) {
  const say = useWords(words)
  const because = REASONS.map((why) => {
    const label = say(`because_${why}`)
    return { id: why, label, run: () => onDecline(label) }
  })
  const unsaid = { id: 'unsaid', label: say('because_unsaid'), run: () => onDecline('') }
  return (
    <Menu
      label={say('declineWhy')}
      groups={[{ title: say('declineWhy'), choices: because }, { choices: [unsaid] }]}
      trigger={
        <Button tone="quiet" icon="close" isDisabled={isBusy}>
          {say('decline')}
        </Button>
      }
    />
  )
}
