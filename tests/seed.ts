import fc from 'fast-check'

// A gate must say the same of the same tree twice: there the properties run from one seed. Elsewhere each run draws
// another, and a failure prints its own.
if (process.env.CI) fc.configureGlobal({ seed: 20_161_215 })
