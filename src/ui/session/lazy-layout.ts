import type { LayoutRunner } from '../../workers/layout-runner'

/** A layout runner whose code loads when it is first asked for something. */
export function lazyLayoutRunner(): LayoutRunner {
  let loading: Promise<LayoutRunner> | null = null
  const load = () => {
    loading ??= import('../../workers/layout-runner').then(({ createLayoutRunner }) => createLayoutRunner())
    return loading
  }
  return {
    run: async (design, options) => (await load()).run(design, options),
    warmUp: () => void load().then(runner => runner.warmUp()),
    terminate: () => void loading?.then(runner => runner.terminate()),
  }
}
