import { createHash } from 'node:crypto'
import { bookOf, type Entry, escapeMarkdown, markdownOf, PARTS, partName } from '../../src/cli/book'
import { draw } from '../../src/drawing/draw'
import { graphOf } from '../../src/graph/graph'
import { elkInNode } from '../../src/layout/elk-node'
import { layout } from '../../src/layout/layout'
import type { Design } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { readPlan } from '../../src/plan/read'
import { statementTexts } from '../../src/plan/spans'
import { RULES, ruleOf } from '../../src/rules/index'
import { lint } from '../../src/rules/lint'
import { type Finding, SEVERITIES } from '../../src/rules/rule'

/** Pages and pictures are under this folder; names of files are given from it. */
export const FOLDER = 'docs/rules'

const BOOK = bookOf(RULES)

/** Every page of the rule book with its text, by the name of its file. */
export function pages(): ReadonlyMap<string, string> {
  const entries = [...BOOK.values()].flat()
  return new Map([['README.md', index()], ...entries.map(entry => [`${entry.id}.md`, page(entry)] as const)])
}

/** A picture of the rule book: the drawing of an example with what the rule finds in it. */
export interface Picture {
  readonly file: string
  readonly plan: string
  readonly design: Design
  readonly findings: readonly Finding[]
}

/** The pictures of all pages: the first example of each kind, unless both are drawn alike and nothing is marked. */
export function pictures(): Picture[] {
  return [...BOOK.values()].flat().flatMap(picturesOf)
}

/** What a picture is made of, as its last line says: when it says otherwise, the picture is out of date. */
export function stamp({ plan, findings }: Picture): string {
  const marked = findings.map(({ at, severity }) => [severity, ...at])
  const hash = createHash('sha256')
    .update(JSON.stringify([plan, marked]))
    .digest('hex')
    .slice(0, 16)
  return `<!-- drawn from ${hash} -->`
}

/** The picture as SVG, laid out as Tidy does it. */
export async function svgOf(picture: Picture): Promise<string> {
  const { design, findings } = picture
  const tidy = applyEdit(design, await layout(design, { elk: elkInNode }))
  const { svg } = draw(tidy, {
    theme: 'light',
    background: true,
    padding: 20,
    marks: marksOf(findings),
    title: titleOf(picture),
  })
  return `${svg}\n${stamp(picture)}\n`
}

function titleOf({ file }: Picture): string {
  return file
    .replace(/^pictures\/|\.svg$/g, '')
    .replace(/-(bad|good)$/, (_, which) => (which === 'bad' ? ': flagged' : ': not flagged'))
}

function marksOf(findings: readonly Finding[]) {
  const marks = new Map<string, { severity: Finding['severity']; count: number }>()
  for (const { at, severity } of findings)
    for (const id of at) {
      const mark = marks.get(id)
      const worst = SEVERITIES.find(each => each === severity || each === mark?.severity) ?? severity
      marks.set(id, { severity: worst, count: (mark?.count ?? 0) + 1 })
    }
  return marks
}

function picturesOf(entry: Entry): Picture[] {
  const [bad, good] = [pictureOf(entry, 'bad'), pictureOf(entry, 'good')]
  if (bad && good && bad.findings.every(({ at }) => at.length === 0) && looks(bad) === looks(good)) return []
  return [bad, good].filter(picture => picture !== null)
}

/** Null where there is nothing to draw, as where the example does not open. */
function pictureOf(entry: Entry, which: 'bad' | 'good'): Picture | null {
  const plan = entry[which][0] ?? ''
  const read = readPlan(plan)
  if (!read.ok || Object.keys(read.value.blocks).length === 0) return null
  const findings = which === 'bad' ? findingsOf(entry, read.value) : []
  return { file: `pictures/${entry.id}-${which}.svg`, plan, design: read.value, findings }
}

function looks({ design: { blocks, flows, groups } }: Picture): string {
  return JSON.stringify([blocks, flows, groups])
}

function findingsOf({ id }: Entry, design: Design): Finding[] {
  const rule = ruleOf(id)
  return rule ? lint(graphOf(design), { rules: [rule], review: true }) : []
}

function page(entry: Entry): string {
  const { id, step, severity, sort, summary } = entry
  return [
    `# ${id}\n`,
    `**${escapeMarkdown(summary)}**\n`,
    `| Step | Severity | Sort |\n| --- | --- | --- |\n| ${partName(step)} | ${severity} | ${SORTS[sort]} |\n`,
    example(entry, 'bad'),
    example(entry, 'good'),
    markdownOf(entry, '##'),
    settings(entry),
    `---\n\n[All rules](README.md) · [Plan text](../../README.md#plan-text)\n`,
  ].join('\n')
}

const SORTS: Readonly<Record<Entry['sort'], string>> = {
  coverage: 'coverage: asks for what is missing, within the scope of the design',
  correctness: 'correctness: judges what is drawn, always',
}

function example(entry: Entry, which: 'bad' | 'good'): string {
  const [first = '', ...others] = entry[which]
  const picture = picturesOf(entry).find(({ file }) => file.endsWith(`-${which}.svg`))
  const alt = which === 'bad' ? 'A design that the rule flags' : 'A design that the rule does not flag'
  return [
    `## ${which === 'bad' ? 'Flagged' : 'Not flagged'}\n`,
    ...(picture ? [`![${alt}](${picture.file})\n`] : drawnAlike(entry, which)),
    planBlock(first),
    ...(which === 'bad' ? spoken(entry, first) : []),
    ...(others.length > 0
      ? [`<details><summary>${more(others.length, which)}</summary>\n`, ...others.map(planBlock), '</details>\n']
      : []),
  ].join('\n')
}

/** Why the page has no pictures, for a rule that asks for an answer of the brief. */
function drawnAlike(entry: Entry, which: 'bad' | 'good'): string[] {
  if (which === 'good' || !pictureOf(entry, 'bad')) return []
  return ['The flagged and the clean design are drawn alike; an answer of the brief makes the difference.\n']
}

function more(count: number, which: 'bad' | 'good'): string {
  return `${count} more that ${count === 1 ? 'is' : 'are'} ${which === 'bad' ? 'flagged' : 'not flagged'}`
}

function planBlock(plan: string): string {
  return `\`\`\`\n${statementTexts(plan).join('\n')}\n\`\`\`\n`
}

/** What is said about the flagged example, and the fixes that it is offered. */
function spoken(entry: Entry, plan: string): string[] {
  const read = readPlan(plan)
  if (!read.ok) return read.problems.map(({ message, hint }) => `> ${escapeMarkdown([message, hint].join(' '))}\n`)
  return findingsOf(entry, read.value).flatMap(({ severity, message, fixes }) => [
    `> **${severity}** ${escapeMarkdown(message)}\n`,
    ...(fixes.length > 0 ? [`Fix: ${fixes.map(({ title }) => escapeMarkdown(title)).join('; or ')}.\n`] : []),
  ])
}

function settings(entry: Entry): string {
  const { id } = entry
  if (!ruleOf(id)) return '## Accept it\n\nIt cannot be waived or switched off: a file with it does not open.\n'
  const [block] = findingsOf(entry, firstDesign(entry)).flatMap(({ at }) => at)
  const at = block === undefined ? [] : [block]
  const waiver = { waivers: { [['waive', id, ...at].join('-')]: { rule: id, at, reason: 'Why this is fine here.' } } }
  return [
    '## Accept it, or set it\n',
    'Accept a finding with its reason, in the editor by *Waive*, in plan text by\n',
    `\`\`\`\nwaive ${[id, ...at.map(each => `@${each}`)].join(' ')} "Why this is fine here."\n\`\`\`\n`,
    'and in a design file by\n',
    `\`\`\`json\n${JSON.stringify(waiver, null, 2)}\n\`\`\`\n`,
    `Set what it counts for, or switch it off, by \`--rule ${id}=off\` (\`info\`, \`warning\`, \`error\`) or in`,
    '`groundplan.config.json`:\n',
    `\`\`\`json\n${JSON.stringify({ rules: { [id]: entry.severity === 'error' ? 'warning' : 'error' } }, null, 2)}\n\`\`\`\n`,
  ].join('\n')
}

function firstDesign({ bad }: Entry): Design {
  const read = readPlan(bad[0] ?? '')
  if (!read.ok) throw new Error(read.problems[0]?.message)
  return read.value
}

function index(): string {
  const count = [...BOOK.values()].flat().length
  const parts = PARTS.flatMap(part => {
    const entries = BOOK.get(part) ?? []
    const rows = entries.map(
      ({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${escapeMarkdown(summary)} |`,
    )
    if (entries.length === 0) return []
    return [
      `## ${partName(part)}\n\n| Rule | Severity | What a good design has |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
    ]
  })
  return [
    '# The rules\n',
    `${count} rules in the order of the seven steps, then the hygiene of the drawing. Pages and pictures are made from the`,
    'rules themselves, and every example on them is run by the tests.\n',
    '*Error*: it cannot work as drawn. *Warning*: it will hurt in production. *Info*: worth an answer in a review.\n',
    ...parts,
    '[Rules of your own](../custom-rules.md) stand beside them.\n',
  ].join('\n')
}
