// The solver: HiGHS, compiled to WebAssembly. An interior point is enough: of its answer the prices are used, which prove by themselves.
import highsModule from 'highs'
import type { Programme } from './sparse.ts'

export type Solved = { best: boolean; cost: number; values: Float64Array; prices: Float64Array } // values of columns, prices of rows; best: no other is cheaper

// Its types describe the CommonJS build, where the loader is a property; what is imported here is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default

/** The best point of a linear programme, or how far it came in time; null where it found none. */
export async function solveRelaxed(programme: Programme, seconds: number): Promise<Solved | null> {
  const highs = await loadHighs()
  const [numCols, numRows] = [programme.cost.length, programme.rowLower.length]
  return highs.withModel(
    {
      numCols,
      numRows,
      colCost: Float64Array.from(programme.cost),
      colLower: Float64Array.from(programme.lower),
      colUpper: Float64Array.from(programme.upper),
      rowLower: Float64Array.from(programme.rowLower),
      rowUpper: Float64Array.from(programme.rowUpper),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(programme.starts),
        indices: Int32Array.from(programme.indices),
        values: Float64Array.from(programme.values),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, solver: 'ipm', run_crossover: 'off', time_limit: seconds })
      model.run()
      const { colValue, rowDual } = model.getSolution()
      if (!rowDual.some((price) => price !== 0)) return null
      const best = model.getModelStatus() === highs.constants.modelStatus.optimal
      return { best, cost: model.getObjectiveValue(), values: colValue, prices: rowDual }
    },
  )
}
