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

/** OWASP Machine Learning Security Top 10 (2023), by id: ML01 to ML10. */
export function owaspMl(...ids: readonly string[]): Source {
  return cite(
    'OWASP Machine Learning Security Top 10',
    'https://owasp.org/www-project-machine-learning-security-top-10/',
    ids,
  )
}

/** OWASP Top 10 for LLM applications (2025), by id: LLM01 to LLM10. */
export function owaspLlm(...ids: readonly string[]): Source {
  return cite('OWASP Top 10 for LLM Applications', 'https://genai.owasp.org/llm-top-10/', ids)
}

/** Microsoft, Failure modes in machine learning: 1 to 11 intentional, 12 to 17 unintended. */
export function failureModes(mode: number): Source {
  const page = 'https://learn.microsoft.com/security/engineering/failure-modes-in-machine-learning'
  return cite('Failure modes in machine learning', page, [`Failure mode ${mode}`])
}

/** Eugene Yan, System design for recommendations and search. */
export function discoverySystems(): Source {
  const page = 'https://eugeneyan.com/writing/system-design-for-discovery/'
  return cite('System design for recommendations and search', page, [])
}

/** Covington et al., Deep neural networks for YouTube recommendations (2016). */
export function youtubeRecommendations(): Source {
  return cite('Deep Neural Networks for YouTube Recommendations', 'https://research.google/pubs/pub45530/', [])
}

/** He et al., Practical lessons from predicting clicks on ads at Facebook (2014). */
export function facebookAdClicks(section: string): Source {
  const page = 'https://research.facebook.com/publications/practical-lessons-from-predicting-clicks-on-ads-at-facebook/'
  return cite('Practical Lessons from Predicting Clicks on Ads at Facebook', page, [section])
}

/** ibragim-bad's ML system design primer. */
export function designPrimer(part: string): Source {
  const page = 'https://github.com/ibragim-bad/machine-learning-design-primer'
  return cite('Machine Learning System Design Primer', page, [part])
}

/** Rajbhandari et al., ZeRO: Memory Optimizations Toward Training Trillion Parameter Models (2020). */
export function zeroMemory(section: string): Source {
  const title = 'ZeRO: Memory Optimizations Toward Training Trillion Parameter Models'
  return cite(title, 'https://arxiv.org/abs/1910.02054', [section])
}

/** A rule of ours, from the meaning of the notation itself. */
export function houseRule(item: string): Source {
  return { title: 'Groundplan', item }
}

function cite(title: string, url: string, items: readonly string[]): Source {
  return items.length === 0 ? { title, url } : { title, item: items.join(', '), url }
}
