// On whom one waits: colleagues and others who were asked, then customers.
import { LINES } from '../contract.ts'
import type { Asked, Made } from './asked.ts'
import { customersAwaited } from './cases.ts'
import { tasksAwaited } from './tasks.ts'

export async function waiting(asked: Asked): Promise<Made> {
  const [others, theirs] = await Promise.all([tasksAwaited(asked), customersAwaited(asked)])
  return {
    items: [...others.items, ...theirs.items].slice(0, LINES),
    count: others.count + theirs.count,
    late: others.late,
    all: theirs.all,
  }
}
