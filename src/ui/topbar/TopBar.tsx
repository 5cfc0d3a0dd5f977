import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { setAbout } from '../../model/brief'
import { commandName } from '../commands/command'
import { isCaseCopy } from '../commands/conditions'
import { setAutoTidy } from '../commands/editing'
import { saveDesign } from '../commands/files'
import { type CommandId, commandOf, runCommand } from '../commands/registry'
import { topBar as say } from '../messages/en'
import { goToStart } from '../navigation'
import { Button } from '../parts/Button'
import { CommandButton } from '../parts/CommandButton'
import { Icon } from '../parts/Icon'
import { Logo } from '../parts/Logo'
import { Menu, type MenuEntry } from '../parts/Menu'
import { isDarkNow, ThemeButton } from '../parts/ThemeButton'
import { PHONE, useMedia } from '../parts/use-media'
import { useDesign, useEditor, useSession } from '../session/hooks'
import { preferences } from '../session/preferences'
import { SaveState } from './SaveState'
import styles from './TopBar.module.css'

const CaseChip = lazy(() => import('../case/CaseChip'))

/** Title, save state, tidy, undo, theme and export. */
export default function TopBar() {
  const session = useSession()
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isPhone = useMedia(PHONE)
  const title = useDesign(design => design.about.design.title)
  return (
    <header className={styles.bar}>
      <h1 className="visually-hidden">{title}</h1>
      <button
        type="button"
        className={styles.home}
        aria-label={say.allDesigns}
        title={say.allDesigns}
        onClick={goToStart}
      >
        <Logo size={24} />
      </button>
      <Title />
      <FileMenu />
      <SaveState />
      {isCaseCopy(session) && (
        <Suspense>
          <CaseChip />
        </Suspense>
      )}
      <div className={styles.right}>
        <CommandButton command="undo" />
        <CommandButton command="redo" />
        {isPhone || <LayoutTools />}
        <CommandButton command="export" {...(isPhone ? {} : { label: say.export })} look="primary" />
      </div>
      {isReadOnly && <span className="visually-hidden">{say.readOnly}</span>}
    </header>
  )
}

/** What a phone has in its menu. */
function LayoutTools() {
  return (
    <>
      <span className={styles.divider} />
      <AutoTidySwitch />
      <TidyButton />
      <LayoutMenu />
      <span className={styles.divider} />
      <ThemeButton />
    </>
  )
}

function Title() {
  const session = useSession()
  const title = useDesign(design => design.about.design.title)
  return (
    <input
      key={title}
      className={styles.title}
      aria-label={say.title}
      dir="auto"
      title={title}
      defaultValue={title}
      onBlur={event => {
        session.commit(setAbout('title', event.target.value.trim()))
        if (event.target.value.trim() === '') event.target.value = title
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.value = title
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

function FileMenu() {
  const session = useSession()
  const isPhone = useMedia(PHONE)
  const entry = (id: CommandId): MenuEntry => {
    const command = commandOf(id)
    const [keys] = command.keys ?? []
    return {
      name: commandName(command, session),
      ...(command.icon ? { icon: command.icon } : {}),
      ...(keys ? { keys } : {}),
      isDisabled: command.isEnabled?.(session) === false,
      onSelect: () => void runCommand(session, command),
    }
  }
  return (
    <Menu
      trigger={props => <Button icon="chevron-down" aria-label={say.file} {...props} />}
      entries={[
        { name: say.save, icon: 'download', keys: 'Mod+S', onSelect: () => void saveDesign(session, 'same') },
        { name: say.saveAs, keys: 'Mod+Shift+S', onSelect: () => void saveDesign(session, 'new') },
        { name: say.savePlan, onSelect: () => void saveDesign(session, 'plan') },
        'divider',
        ...(['present', 'export', 'document', 'versions'] as const).map(entry),
        'divider',
        ...(isPhone
          ? [...(['tidy', 'tidy-scratch', 'auto-tidy'] as const).map(entry), themeEntry(), 'divider' as const]
          : []),
        ...(isCaseCopy(session) ? ([entry('case-changes'), entry('case-reset'), 'divider'] as const) : []),
        entry('preferences'),
        { name: say.allDesigns, icon: 'layout-template', onSelect: goToStart },
      ]}
    />
  )
}

function themeEntry(): MenuEntry {
  const isDark = isDarkNow()
  return {
    name: isDark ? say.lightTheme : say.darkTheme,
    icon: isDark ? 'sun' : 'moon',
    onSelect: () => preferences.set('theme', isDark ? 'light' : 'dark'),
  }
}

function TidyButton() {
  const session = useSession()
  const isTidying = useEditor(editor => editor.isTidying)
  const isLong = useIsLong(isTidying)
  return (
    <Button
      aria-label={isLong ? say.stopTidying : say.tidy}
      title={isLong ? say.stopTidyingWithKeys : say.tidyWithKeys}
      aria-busy={isTidying}
      // ELK is half a megabyte: it loads when a person is about to use it.
      onPointerEnter={() => session.layout.warmUp()}
      onClick={() => void runCommand(session, commandOf(isLong ? 'stop-tidying' : 'tidy'))}
    >
      <Icon name={isLong ? 'x' : 'workflow'} />
      <span className={styles.wide}>{isLong ? say.stopTidying : say.tidy}</span>
    </Button>
  )
}

/** Milliseconds after which something that goes on offers to be stopped; what ends before does not flicker. */
const LONG_MS = 500

function useIsLong(isGoingOn: boolean): boolean {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setTimeout(() => setIsLong(true), LONG_MS)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isGoingOn])
  return isLong
}

const LAYOUTS = ['layout-rooms', 'layout-right', 'layout-down', 'layout-lanes'] as const

/** The ways to lay out anew, beside Tidy, which keeps what it can. */
function LayoutMenu() {
  const session = useSession()
  const entry = (id: (typeof LAYOUTS)[number] | 'tidy-scratch') => {
    const command = commandOf(id)
    return {
      name: commandName(command, session),
      isDisabled: command.isEnabled?.(session) === false,
      onSelect: () => void runCommand(session, command),
    }
  }
  return (
    <Menu
      trigger={props => <Button icon="chevron-down" aria-label={say.layouts} {...props} />}
      entries={[entry('tidy-scratch'), 'divider', ...LAYOUTS.map(entry)]}
      align="end"
    />
  )
}

function AutoTidySwitch() {
  const session = useSession()
  const isOn = useEditor(editor => editor.isAutoTidy)
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      className={`${styles.switch} ${styles.wide}`}
      title={say.aboutAutoTidy}
      onClick={() => {
        setAutoTidy(session, !isOn)
        if (!isOn) void runCommand(session, commandOf('tidy'))
      }}
    >
      <span className={styles.track} />
      {say.autoTidy}
    </button>
  )
}
