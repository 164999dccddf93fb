// The door of the staffing formulas: pure. A load and targets go in, people and figures come out.
export { agentsFor, defaultWithin } from './require.ts'
export { figuresOf, figureFor } from './figures.ts'
export { keeps } from './meets.ts'
export { modelOf } from './room-of.ts'
export { ask } from './ask.ts'
export { staff } from './staff.ts'
