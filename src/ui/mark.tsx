import './mark.css'

/** The counter window: an arch, a counter, somebody behind it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="ui-mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="ui-mark-wall" />
      <path d="M8 24V14.5a8 8 0 0 1 16 0V24M5.5 24.5h21" className="ui-mark-line" />
      <path d="M13 24v-4a3 3 0 0 1 6 0v4z" className="ui-mark-person" />
      <circle cx="16" cy="12.6" r="1.5" className="ui-mark-face" />
    </svg>
  )
}

/** The house: under the name of the centre once it is known, for it is theirs. */
export function Wordmark({ centre }: { centre?: string | undefined }) {
  return (
    <span className="ui-wordmark">
      <Mark />
      <span>
        {centre ?? 'Guichet'}
        {centre && <small>Guichet</small>}
      </span>
    </span>
  )
}
