import { paths, type IconName } from './icon-paths.ts'
import './icon.css'

export type { IconName }
export const iconNames = Object.keys(paths) as IconName[] // the keys of a literal are its names

/** A drawing beside words; it says nothing by itself and is hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 14 | 16 | 18 | 20 | 24 }) {
  return (
    <svg className="ui-icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
