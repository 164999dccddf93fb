import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { queueName, type Elsewhere } from '../../../contract/rulebook.ts'
import type { Book } from '../use-book.ts'
import { turnWords } from './turn-words.ts'

const deeds = ['wait', 'refuse', 'call_back', 'overflow'] as const
type Asking = {
  label: string
  says: 'does' | 'then'
  value: Elsewhere
  book: Book
  not: string
  onChange: (value: Elsewhere) => void
}

/** Where work goes when it cannot stay. */
export function ElsewhereField({ label, says, value, book, not, onChange }: Asking) {
  const say = useWords(turnWords)
  const others = book.book.queues.filter(({ key }) => key !== not).map((queue) => ({ id: queue.key, label: queueName(queue) }))
  const options = deeds.filter((does) => does !== 'overflow' || others.length > 0).map((id) => ({ id, label: say(`${says}_${id}`) }))
  const choose = (does: (typeof deeds)[number]): void => onChange(does === 'overflow' ? { does, to: others[0]!.id } : { does })
  return (
    <div className="routing-pair">
      <Select label={label} options={options} value={value.does} onChange={choose} />
      {value.does === 'overflow' && <Select label={say('toQueue')} options={others} value={value.to} onChange={(to) => onChange({ does: 'overflow', to })} />}
    </div>
  )
} // prettier-ignore
