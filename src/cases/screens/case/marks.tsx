import { Badge, type BadgeTone } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useWords } from '#ui/words'
import type { Interaction } from '../../contract.ts'
import { words } from './message-words.ts'

type Verdict = NonNullable<Interaction['marks']['authentication']>['verdict']
const tones: Readonly<Record<Verdict, BadgeTone>> = { pass: 'good', fail: 'danger', none: 'neutral', unknown: 'neutral' }

/** Whether the mail comes from whom it says, in a word; a press brings the sentence. */
export function AuthenticationBadge({
  interaction,
  open,
  onToggle,
}: {
  interaction: Interaction
  open: boolean
  onToggle: () => void
}) {
  const say = useWords(words)
  const spoken = useLanguage()
  const found = interaction.marks.authentication
  if (!found) return null
  return (
    <button type="button" className="cases-mark" aria-expanded={open} title={found[spoken]} onClick={onToggle}>
      <Badge tone={tones[found.verdict]} icon={found.verdict === 'fail' ? 'warning' : 'shield'}>
        {say(`auth_${found.verdict}`)}
      </Badge>
    </button>
  )
}

export function AuthenticationWords({ interaction }: { interaction: Interaction }) {
  const spoken = useLanguage()
  const found = interaction.marks.authentication
  if (!found) return null
  return (
    <Notice tone={found.verdict === 'fail' ? 'danger' : 'info'} icon="shield">
      {found[spoken]}
    </Notice>
  )
}

const reasons = [
  'user_unknown', 'mailbox_full', 'host_unknown', 'rejected', 'blocked', 'spam', 'too_big', 'policy', 'auth', 'rate', 'network', 'system', 'expired',
  'suspended', 'content', 'other',
] as const // prettier-ignore
const reasonOf = (given: string) => reasons.find((each) => each === given) ?? 'other'

/** Who did not get our message, why, and which message that was. */
export function BounceWords({ interaction }: { interaction: Interaction }) {
  const say = useWords(words)
  const bounce = interaction.marks.bounce
  if (!bounce) return null
  return (
    <Notice tone="danger" icon="undo" action={bounce.of && <a href={`#said-${bounce.of}`}>{say('bounceOf')}</a>}>
      <ul>
        {bounce.recipients.map(({ address, reason, permanent, status }) => (
          <li key={address}>
            {say('bounceSeen', { address, reason: say(`reason_${reasonOf(reason)}`) })}{' '}
            <small>
              {[permanent === null ? null : say(permanent ? 'bounceForGood' : 'bounceForNow'), status]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
