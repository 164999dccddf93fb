import type { ReactNode } from 'react'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Target } from '../../contract.ts'
import { NumberBox } from '../what-if/number-box.tsx'
import { asFormula, formulaNames } from './edit.ts'
import { aimWords } from './words.ts'

type Shown = { target: Target; onChange: (target: Target) => void; children?: ReactNode }

/** A target: its formula by name, and what of it must hold. */
export function TargetFields({ target, onChange, children }: Shown) {
  const say = useWords(aimWords)
  return (
    <div className="staffing-target">
      <div className="staffing-formula">
        <Select label={say('formula')} value={target.formula} onChange={(formula) => onChange(asFormula(target, formula))} options={formulaNames.map((id) => ({ id, label: say(`f_${id}`) }))} />
      </div>
      {'share' in target ? (
        <>
          <NumberBox label={say('share')} value={inPercent(target.share)} least={1} most={99.9} onChange={(share) => onChange({ ...target, share: share / 100 })} />
          <NumberBox label={say('within')} value={target.within_s} least={0} most={604_800} onChange={(within_s) => onChange({ ...target, within_s })} />
        </>
      ) : 'most_s' in target ? (
        <NumberBox label={say('most_s')} value={target.most_s} least={0.1} most={604_800} onChange={(most_s) => onChange({ ...target, most_s })} />
      ) : (
        <NumberBox label={say('most_share')} value={inPercent(target.most_share)} least={0.1} most={100} onChange={(most) => onChange({ ...target, most_share: most / 100 })} />
      )}
      {children}
    </div>
  ) // prettier-ignore
}

const inPercent = (share: number): number => Math.round(share * 1_000) / 10
