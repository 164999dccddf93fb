// What every house begins with: bearable targets in the door's hours, one gentle ladder. Nothing of it rings in an empty centre. Pure.
import type { PolicyDefinition, StepId } from '../contract.ts'

const HOUR = 60
const DAY = 9 * HOUR // a working day of nine hours

/** @param mint gives the steps of the ladder their ids */
export const defaultPolicy = (mint: () => StepId): PolicyDefinition => ({
  name: 'Standard',
  match: { brands: null, entry_points: null, reasons: null, priorities: null },
  by_contract: false,
  hours: { kind: 'door' },
  targets: {
    normal: { first_answer: DAY, next_answer: DAY, resolution: 5 * DAY },
    high: { first_answer: 4 * HOUR, next_answer: 4 * HOUR, resolution: 3 * DAY },
    urgent: { first_answer: HOUR, next_answer: 2 * HOUR, resolution: DAY },
    low: { first_answer: 2 * DAY, next_answer: 2 * DAY, resolution: 10 * DAY },
  },
  pauses: ['resolution', 'stagnation'],
  warn_percent: 75,
  silence_minutes: 3 * DAY,
  stagnation_minutes: 5 * DAY,
  ladder: [
    { id: mint(), of: ['first_answer', 'next_answer', 'resolution', 'silence'], when: { after_minutes: 0 }, whom: { kind: 'stand_in' }, does: ['tell'] },
    { id: mint(), of: ['first_answer', 'next_answer', 'resolution', 'silence', 'stagnation'], when: { after_minutes: 4 * HOUR }, whom: { kind: 'team_manager' }, does: ['tell', 'raise_priority'] },
    { id: mint(), of: ['first_answer', 'next_answer', 'resolution', 'silence'], when: { after_minutes: 2 * DAY }, whom: { kind: 'floor_manager' }, does: ['tell'] },
  ],
}) // prettier-ignore
