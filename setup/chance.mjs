// What tests draw by chance, from one seed: a red run is then red again, and the change under test is what made it so. Loaded before the tests (decision 0040).
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.GUICHET_TEST_SEED) })
