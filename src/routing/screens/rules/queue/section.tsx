import { useId, useState, type ReactNode } from 'react'
import { Icon, type IconName } from '#ui/icon'

type Part = {
  title: string
  says: string
  icon: IconName
  children: ReactNode
  open?: boolean
  mark?: 'wrong' | 'doubtful' | undefined
}

/** A part of a queue: what it says in words, and behind it how to change it. */
export function Section({ title, says, icon, children, open = false, mark }: Part) {
  const [unfolded, setUnfolded] = useState(open)
  const id = useId()
  return (
    <section className="routing-section" data-open={unfolded || undefined} data-mark={mark}>
      <h2>
        <button type="button" aria-expanded={unfolded} aria-controls={id} onClick={() => setUnfolded(!unfolded)}>
          <Icon name={mark ? 'warning' : icon} size={18} />
          <span className="routing-section-title">{title}</span>
          <Icon name="down" size={16} />
        </button>
      </h2>
      <p className="routing-section-says">{says}</p>
      {unfolded && (
        <div id={id} className="routing-section-body">
          {children}
        </div>
      )}
    </section>
  )
}
