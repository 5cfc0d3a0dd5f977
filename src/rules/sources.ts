import type { Source } from './rule'

/** The ML Test Score (Breck et al., 2017): 28 tests in four sections. */
export function mlTestScore(...items: readonly string[]): Source {
  return cite('The ML Test Score', 'https://research.google/pubs/pub46555/', items)
}

/** Rules of Machine Learning (Zinkevich), by rule number. */
export function rulesOfMl(...numbers: readonly number[]): Source {
  const items = numbers.map(number => `Rule ${number}`)
  return cite('Rules of Machine Learning', 'https://developers.google.com/machine-learning/guides/rules-of-ml', items)
}

/** AWS Well-Architected Machine Learning Lens, by the current id of one best practice. */
export function awsLens(id: string): Source {
  const page = `https://docs.aws.amazon.com/wellarchitected/latest/machine-learning-lens/${id.toLowerCase()}.html`
  return cite('AWS Well-Architected Machine Learning Lens', page, [id])
}

/** Google Cloud, MLOps levels 0 to 2. */
export function googleMlops(level: 0 | 1 | 2): Source {
  const page =
    'https://cloud.google.com/architecture/mlops-continuous-delivery-and-automation-pipelines-in-machine-learning'
  return cite('Google Cloud, MLOps: continuous delivery and automation pipelines', page, [`Level ${level}`])
}

/** Mercari's collection of patterns and anti-patterns for ML systems. */
export function systemPattern(pattern: string): Source {
  return cite('ML system design patterns', 'https://github.com/mercari/ml-system-design-pattern', [pattern])
}

/** The nine-step ML system design template of alirezadir's Machine Learning Interviews. */
export function nineSteps(step: number): Source {
  const page = 'https://github.com/alirezadir/Machine-Learning-Interviews'
  return cite('Machine Learning Interviews: nine-step ML system design', page, [`Step ${step}`])
}

/** Chip Huyen, Machine Learning Systems Design. */
export function systemsDesignNotes(): Source {
  return cite('Machine Learning Systems Design', 'https://github.com/chiphuyen/machine-learning-systems-design', [])
}

/** Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015). */
export function hiddenDebt(section: string): Source {
  const page = 'https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems'
  return cite('Hidden Technical Debt in Machine Learning Systems', page, [section])
}

/** NIST AI Risk Management Framework 1.0. */
export function nistRmf(...items: readonly string[]): Source {
  return cite('NIST AI Risk Management Framework 1.0', 'https://www.nist.gov/itl/ai-risk-management-framework', items)
}

/** A rule of ours, from the meaning of the notation itself. */
export function houseRule(item: string): Source {
  return { title: 'Groundplan', item }
}

function cite(title: string, url: string, items: readonly string[]): Source {
  return items.length === 0 ? { title, url } : { title, item: items.join(', '), url }
}
