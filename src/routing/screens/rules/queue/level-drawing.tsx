// The level a skill is asked at, as the wait grows: stairs going down.
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { SkillNeed } from '../../../contract/rulebook.ts'
import { sayExactly } from '../../../rules/say-exactly.ts'
import { words } from './words.ts'

const WIDTH = 360
const HEIGHT = 96
const LEFT = 24
const BASE = 72
const LEVEL = 12

export function LevelDrawing({ name, need }: { name: string; need: SkillNeed }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const steps = [{ after_s: 0, level: need.level }, ...need.relax.toSorted((a, b) => a.after_s - b.after_s)]
  const end = Math.max(...steps.map(({ after_s }) => after_s)) * 1.3
  const x = (after_s: number): number => LEFT + ((WIDTH - LEFT - 4) * after_s) / end
  const y = (level: number): number => BASE - level * LEVEL
  const path = steps
    .map(({ after_s, level }, at) => `${at === 0 ? 'M' : 'H'}${x(after_s)} ${at === 0 ? '' : 'V'}${y(level)}`)
    .join(' ')
  return (
    <svg className="routing-drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('drawingSkill', { name })}>
      {[1, 2, 3, 4, 5].map((level) => (
        <g key={level}>
          <line className="grid" x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} />
          <text x={LEFT - 8} y={y(level) + 4} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      <path className="area" d={`${path.replaceAll(' V', ' V')} H${WIDTH - 4} V${BASE} H${LEFT} Z`} />
      <path className="stairs" d={`${path} H${WIDTH - 4}`} />
      {steps.slice(1).map(({ after_s }) => (
        <g key={after_s}>
          <line className="tick" x1={x(after_s)} x2={x(after_s)} y1={BASE} y2={BASE + 4} />
          <text x={x(after_s)} y={HEIGHT - 6} textAnchor="middle">
            {sayExactly(after_s)[spoken]}
          </text>
        </g>
      ))}
    </svg>
  )
}
