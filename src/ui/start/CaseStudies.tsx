import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { openCase } from '../case/open-case'
import { isPressed, isTyping } from '../commands/keys'
import { caseFamilies, caseStudies as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { CaseCard } from './CaseCard'
import styles from './CaseStudies.module.css'
import { CASE_STUDIES } from './case-studies'
import { FamilyFilter } from './FamilyFilter'
import type { Family } from './families'
import { findCases } from './find-cases'
import { cardAfter } from './grid-keys'

/** The case studies: complete designs that open as a copy. */
export function CaseStudies() {
  const [family, setFamily] = useState<Family | null>(null)
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const cards = useRef<HTMLUListElement>(null)
  const open = useOpenCase()
  const found = useMemo(() => findCases(CASE_STUDIES, family, query), [family, query])
  useSearchKey(field)

  const onFieldKey = (event: KeyboardEvent) => {
    const [first] = found
    if (event.key === 'Enter' && first) void open(first.study.id)
    else if (event.key === 'ArrowDown') cards.current?.querySelector('button')?.focus()
    else if (event.key === 'Escape' && query !== '') setQuery('')
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
  }
  const onCardKey = (event: KeyboardEvent) => {
    const all = [...(cards.current?.querySelectorAll('button') ?? [])]
    const next = cardAfter(all, event.target, event.key)
    if (next === null) return
    event.preventDefault()
    if (next === 'above') field.current?.focus()
    else next.focus()
  }
  return (
    <>
      <div className={styles.head}>
        <h1>{say.title}</h1>
        <p>{say.about}</p>
      </div>
      <div className={styles.bar}>
        <FamilyFilter chosen={family} onChoose={setFamily} />
        <div className={styles.search}>
          <Icon name="search" size={15} />
          <input
            ref={field}
            type="search"
            aria-label={say.search}
            aria-keyshortcuts="/"
            placeholder={say.search}
            value={query}
            onChange={event => setQuery(event.target.value)}
            onKeyDown={onFieldKey}
          />
          {query === '' && <Keys of="/" />}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {say.count(found.length)}
      </p>
      <ul ref={cards} className={styles.cards} onKeyDown={onCardKey}>
        {found.map(({ study, part }) => (
          <CaseCard key={study.id} study={study} part={part} onOpen={() => void open(study.id)} />
        ))}
      </ul>
      {found.length === 0 && (
        <div className={styles.none}>
          <p>{say.none(family && caseFamilies[family], query.trim())}</p>
          <Button
            look="secondary"
            onClick={() => {
              setQuery('')
              setFamily(null)
              field.current?.focus()
            }}
          >
            {say.showAll}
          </Button>
        </div>
      )}
    </>
  )
}

/** Opens a copy of a case study; a second press while it is read opens no second one. */
function useOpenCase(): (id: string) => Promise<void> {
  const isOpening = useRef(false)
  return async id => {
    if (isOpening.current) return
    isOpening.current = true
    try {
      await openCase(id)
    } finally {
      isOpening.current = false
    }
  }
}

/** `/` goes to the search from anywhere but another field. */
function useSearchKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!isPressed('/', event) || isTyping(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      field.current?.select()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [field])
}
