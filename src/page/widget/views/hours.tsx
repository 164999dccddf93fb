/** @jsxImportSource preact */
// Opening hours, a line for each day of the week.
import type { Chat } from '../chat.ts'
import { weekdayIn } from '../moments.ts'
import { speaking } from '../words/speak.ts'

const today = (): number => new Date().getDay() || 7 // Monday is 1

export function Hours({ chat: { state } }: { chat: Chat }) {
  const { reception, language } = state
  return (
    <dl>
      {reception?.hours.map(({ day, spans }) => (
        <div key={day} class={day === today() ? 'today' : undefined}>
          <dt>{weekdayIn(day, language)}</dt>
          <dd>{spans.length > 0 ? spans.join(', ') : speaking(language)('hoursClosed')}</dd>
        </div>
      ))}
    </dl>
  )
}
