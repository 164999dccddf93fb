// Everything that is measured, in the order it is shown.
import type { Measure } from './figures.ts'
import { intake } from './intake.ts'
import { reply } from './reply.ts'

export const measures: readonly Measure[] = [intake, reply]
