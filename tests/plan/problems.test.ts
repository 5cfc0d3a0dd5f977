import { expect, test } from 'vitest'
import { readPlan } from '../../src/plan/read'

/** The problems of a plan, a line each: `line:column message | hint`. */
function problemsOf(text: string): string[] {
  const result = readPlan(text)
  return result.ok ? [] : result.problems.map(({ path, message, hint }) => `${path} ${message} | ${hint ?? ''}`)
}

test.each([
  [
    'a text that is not closed',
    'client\nn1 note "free text',
    ['2:9 This text is not closed. | End it with " on the same line; a quote inside is \\".'],
  ],
  [
    'an escape that JSON does not know',
    'n1 note "a\\qb"',
    ['1:9 This text holds an escape that JSON does not know. | A backslash is written as \\\\.'],
  ],
  [
    'a control character in a text',
    'n1 note "a\u0001b"',
    ['1:9 This text holds a control character. | Write it as \\u and four hexadecimal digits.'],
  ],
  [
    'a control character outside a text',
    'client\u0000',
    ['1:7 A control character (U+0000) stands here. | Delete it.'],
  ],
  [
    'a keyword as the id of a block',
    'client -request-> note',
    ['1:19 “note” is a word of plan text, so it is no id. | Choose another, such as note-1.'],
  ],
  [
    'a keyword as the start of a flow',
    '  title -> client',
    ['1:3 “title” is a word of plan text, so it is no id. | Choose another, such as title-1.'],
  ],
  [
    'a keyword as the id of a group',
    'group group "G"',
    ['1:7 “group” is a word of plan text, so it is no id. | Choose another, such as group-1.'],
  ],
  [
    'a keyword as the id of a flow',
    'client -> gateway {id=brief}',
    ['1:23 “brief” is a word of plan text, so it is no id. | Choose another, such as brief-1.'],
  ],
  ['an unknown kind', 'rk rankr "Ranker"', ['1:4 “rankr” is no kind of block. | Did you mean ranker?']],
  [
    'an unknown kind that is near to nothing',
    'x quantum-oracle',
    [
      '1:3 “quantum-oracle” is no kind of block. | The kinds are listed in the palette; a box of no kind is a component.',
    ],
  ],
  [
    'a word alone that is no kind',
    'gatewya',
    ['1:1 “gatewya” is no kind of block, and a word alone on its line must be one. | Did you mean gateway?'],
  ],
  [
    'an undeclared word',
    'client -> online-inferense, xyzzy',
    [
      '1:11 “online-inferense” is not declared, and it is no kind of block. | Did you mean the kind online-inference?',
      '1:29 “xyzzy” is not declared, and it is no kind of block. | Declare it: xyzzy online-inference "A name"',
    ],
  ],
  [
    'an undeclared word near to an id',
    'scorer ranker "Scorer"; client -> scorrer',
    ['1:35 “scorrer” is not declared, and it is no kind of block. | Did you mean scorer?'],
  ],
  [
    'a flow to a group',
    'group online; client -> online',
    ['1:25 “online” is a group; a flow joins blocks. | Name a block instead.'],
  ],
  [
    'an unknown kind of flow',
    'client -requst-> gateway',
    ['1:8 “requst” is no kind of flow. | Did you mean -request->?'],
  ],
  [
    'a kind of flow near to nothing',
    'client --> gateway',
    [
      '1:8 “” is no kind of flow. | One of data, stream, request, async, fallback, artifact, trigger, feedback, metric.',
    ],
  ],
  [
    'an id declared twice',
    'a client\n  a gateway',
    ['2:3 “a” is declared twice: here and at 1:1, where it is a block. | Give one of the two another id.'],
  ],
  [
    'an id of a flow that is a group',
    'client -> gateway {stage=1 id=g}\ngroup g',
    ['2:7 “g” is declared twice: here and at 1:31, where it is a flow. | Give one of the two another id.'],
  ],
  ['two titles', 'title "A"\ntitle "B"', ['2:1 The title is given twice, first at 1:1. | Keep one of the two.']],
  [
    'a key given twice',
    'rk ranker p99Ms=1 p99Ms=2',
    ['1:19 “p99Ms” is given twice, first at 1:11. | Keep one of the two.'],
  ],
  [
    'an answer of the brief given twice, on two lines',
    'brief dau=1\nbrief dau=2',
    ['2:7 “dau” is given twice, first at 1:7. | Keep one of the two.'],
  ],
  [
    'a number of the wrong type',
    'rk ranker p99Ms=fast',
    ['1:17 “p99Ms” takes a number, not “fast”. | In ms, as in p99Ms=200.'],
  ],
  [
    'a yes-no of the wrong type',
    'brief personalised=maybe',
    ['1:20 “personalised” takes true or false, not “maybe”. | Write personalised=true or personalised=false.'],
  ],
  [
    'a text that is a list',
    'rk ranker owner=a|b',
    ['1:17 “owner” takes one text, not “a|b”. | Put it in quotes, as in owner="a|b".'],
  ],
  [
    'a choice that is a list',
    'rk ranker stage=light|heavy',
    ['1:17 “stage” takes one word, not “light|heavy”. | One of light, heavy, as in stage=light.'],
  ],
  [
    'a bare group of digits',
    'brief dau=300_000',
    ['1:11 “dau” takes a number, not “300_000”. | In users, as in dau=200.'],
  ],
  [
    'a group that does not exist',
    'client client in=onlin\ngroup online',
    ['1:18 There is no group “onlin”. | Did you mean online?'],
  ],
  [
    'a waived block that does not exist',
    'rk ranker\nwaive no-fallback @rkk "why"',
    ['2:20 There is no block “rkk” to waive the rule for. | Did you mean rk?'],
  ],
  [
    'a ring of groups',
    'group a in=b\ngroup b in=a\ngroup c in=a',
    ['1:7 These groups stand within each other: “a” in “b” in “a”. | Take one of them out of the other.'],
  ],
  [
    'a group within itself',
    'group a in=a',
    ['1:7 The group “a” stands within itself. | Take one of them out of the other.'],
  ],
  [
    'a waiver without a reason',
    'ranker\nwaive no-fallback @ranker',
    ['2:26 This waiver has no reason. | Write: waive no-fallback @rk "answers are precomputed"'],
  ],
  [
    'a waiver with a blank reason',
    'waive no-fallback " "',
    ['1:1 This waiver has no reason. | Write: waive no-fallback @rk "answers are precomputed"'],
  ],
  ['a title without quotes', 'title Feed', ['1:7 The title is missing. | Write it in quotes: title "Ad ranking"']],
  ['a title with another key', 'title "T" autor="Ada"', ['1:11 A title has no “autor”. | Did you mean author?']],
  ['a group with a property', 'group g p99Ms=1', ['1:9 A group has no “p99Ms”. | It takes in, collapsed, locked.']],
  [
    'a block without a kind',
    'rk "Ranker"',
    ['1:4 The kind of “rk” is missing. | Write the kind behind the id, as in: rk ranker "Ranker"'],
  ],
  [
    'properties of a lone kind',
    'ranker p99Ms=70',
    ['1:8 The kind of “ranker” is missing. | Write the kind behind the id, as in: ranker ranker p99Ms=70'],
  ],
  [
    'an arrow without white space',
    'a->b',
    ['1:1 “a->b” is no id. | Put white space before and after the arrow: app -request-> rk'],
  ],
  [
    'an arrow without an end',
    'client ->',
    ['1:10 The end of this flow is missing. | Write: app -request-> rk, feature-store-online'],
  ],
  [
    'a brace that is not closed',
    'client -> gateway {stage=1',
    ['1:19 This { is not closed. | End it with } on the same line.'],
  ],
  [
    'white space round the equals sign',
    'rk ranker p99Ms = 70',
    [
      '1:11 “p99Ms” is no property with a value. | Write key=value without white space round the =; a value with spaces stands in quotes.',
    ],
  ],
  [
    'a key without a value',
    'rk ranker p99Ms= 70',
    [
      '1:17 “p99Ms” has no value. | Write key=value without white space round the =; a value with spaces stands in quotes.',
    ],
  ],
  [
    'a value of two kinds',
    'rk ranker owner=a"b"',
    ['1:18 The value of “owner” is neither bare nor one text. | Put all of it between one pair of quotes.'],
  ],
  [
    'a list with an open end',
    'brief offlineMetrics=ndcg|',
    ['1:27 An element is missing in the list of “offlineMetrics”. | Write a|b without a bar at the end.'],
  ],
  [
    'a word too many',
    'waive no-fallback "late" ranker',
    ['1:26 “ranker” does not belong here. | Start a new line, or put a ; before it.'],
  ],
  [
    'one id for several flows',
    'client -> gateway, cache {id=x}',
    ['1:30 One id cannot name 2 flows. | Draw the flow with this id on a line of its own.'],
  ],
  [
    'notes on no step',
    'brief notes.dta="x"',
    [
      '1:7 “notes.dta” names no step of the brief. | One of clarify, frame, data, model, evaluate, serve, monitor, as in notes.data="…".',
    ],
  ],
])('%s is a problem with its place', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
})

test('reading goes on with the next statement, and problems come in the order of the text', () => {
  expect(problemsOf('a rankr; b ranker p99Ms=x\nc "C"\nclient -> nobody\n').map(line => line.split(' ')[0])).toEqual([
    '1:3',
    '1:25',
    '2:3',
    '3:11',
  ])
})

test('what a broken statement meant to declare is not called unknown as well', () => {
  expect(
    problemsOf('group g "open\nrk ranker "Ranker in=g\nclient -> rk\nb cache in=g\nwaive no-fallback @rk "why"'),
  ).toEqual([
    '1:9 This text is not closed. | End it with " on the same line; a quote inside is \\".',
    '2:11 This text is not closed. | End it with " on the same line; a quote inside is \\".',
  ])
})

test('at most 50 problems are kept', () => {
  expect(problemsOf('a b c d\n'.repeat(200))).toHaveLength(50)
})

test('columns count UTF-16 code units, as editors do, and a tab is one', () => {
  expect(problemsOf('\tn1 note "😀"; x rankr').map(line => line.split(' ')[0])).toEqual(['1:18'])
})

test('lists of ends that multiply to more flows than a design may hold are a problem', () => {
  const names = Array.from({ length: 200 }, (_, index) => `b${index}`)
  const plan = `${names.map(name => `${name} component`).join('\n')}\n${names.join(',')} -> ${names.join(',')}`
  const arrow = names.join(',').length + 2
  expect(problemsOf(plan)).toEqual([
    `201:${arrow} Here the plan draws its flow number 40000. | A plan draws at most 20000 flows.`,
  ])
})
