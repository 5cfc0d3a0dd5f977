const IRREGULAR: Readonly<Record<string, string>> = {
  put: 'put',
  cut: 'cut',
  set: 'set',
  copy: 'copied',
  tidy: 'tidied',
  fit: 'fitted',
  draw: 'drew',
  take: 'took',
  give: 'gave',
  bring: 'brought',
  send: 'sent',
  make: 'made',
  let: 'let',
  swap: 'swapped',
  drop: 'dropped',
  split: 'split',
}

/** Words that an edit's name may begin with and that are no verbs: “Scope: ranking”. */
const NO_VERB = /^\S+:|^\P{L}/u

/** An edit's name as a sentence about what is done: “Move 3 blocks” gives “Moved 3 blocks.” */
export function pastTense(label: string): string {
  const text = label.replace(/[\s…]+$/u, '')
  if (text === '') return ''
  if (NO_VERB.test(text)) return `${text}.`
  const [verb = '', ...rest] = text.split(' ')
  return `${[inPast(verb), ...rest].join(' ')}.`
}

function inPast(verb: string): string {
  const low = verb.toLowerCase()
  const past = IRREGULAR[low] ?? (low.endsWith('e') ? `${low}d` : `${low}ed`)
  return verb === low ? past : past.charAt(0).toUpperCase() + past.slice(1)
}
