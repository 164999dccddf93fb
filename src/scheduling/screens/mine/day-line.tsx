import { useWords } from '#ui/words'
import { wallHour } from '../planning/grid/hours.ts'
import { gridWords } from '../planning/grid/words.ts'
import type { Piece } from './day.ts'

type Lining = { pieces: readonly Piece[]; now: number; zone: string }

/** A day in one line, its things in colours and letters, with the moment one stands at. */
export function DayLine({ pieces, now, zone }: Lining) {
  const say = useWords(gridWords)
  const [begin, end] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 1]
  const share = (at: number): string => `${((at - begin) / (end - begin)) * 100}%`
  return (
    <div className="scheduling-line" aria-hidden="true">
      <span className="scheduling-line-bar">
        {pieces.map((piece) => (
          <i
            key={piece.from}
            data-kind={piece.kind}
            style={{ insetInlineStart: share(piece.from), inlineSize: `${((piece.to - piece.from) / (end - begin)) * 100}%` }}
          >
            {piece.kind !== 'work' && piece.to - piece.from >= 1_800_000 ? say(`letter_${piece.kind}`) : ''}
          </i>
        ))}
        {now > begin && now < end && <b style={{ insetInlineStart: share(now) }} />}
      </span>
      <span className="scheduling-line-ends">
        <small>{wallHour(begin, zone)}</small>
        <small>{wallHour(end, zone)}</small>
      </span>
    </div>
  )
}
