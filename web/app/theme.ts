/**
 * web/app/theme.ts — the colours and sizes of Firstout: petrol for what one can do, saffron for soon, brick for too late,
 * iris for held, leaf for good; warm stone for everything else. Contrast is checked by axe in the tests.
 */
import {
  ActionIcon,
  Anchor,
  type BadgeProps,
  Button,
  type CardProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  Input,
  Loader,
  type MantineColorsTuple,
  Modal,
  Notification,
  type NumberInputProps,
  type SelectProps,
  Skeleton,
  type TableProps,
  Tooltip,
} from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#eaf4f3',
  '#d2e8e6',
  '#a6d2cf',
  '#76b9b5',
  '#4da29d',
  '#2d8784',
  '#1a7270',
  '#125c5b',
  '#0d4b4b',
  '#083838',
]
const saffron: MantineColorsTuple = [
  '#fff6e0',
  '#feeabb',
  '#fcd889',
  '#f8bf4f',
  '#eba823',
  '#c98509',
  '#a06500',
  '#794b00',
  '#5d3a00',
  '#402800',
]
const brick: MantineColorsTuple = [
  '#fdefeb',
  '#fad8d0',
  '#f4b3a5',
  '#ec8c77',
  '#e16a50',
  '#cb462d',
  '#ae3520',
  '#8d2817',
  '#6d1e12',
  '#4b140c',
]
const iris: MantineColorsTuple = [
  '#f3f0fc',
  '#e2dbf8',
  '#c5b8f0',
  '#a893e6',
  '#8c72da',
  '#7252c8',
  '#5d40ae',
  '#493290',
  '#37266b',
  '#26194a',
]
const leaf: MantineColorsTuple = [
  '#edf6ea',
  '#d5ead0',
  '#acd5a4',
  '#80be77',
  '#5ba751',
  '#428f39',
  '#317526',
  '#265d1e',
  '#1b4616',
  '#11300e',
]
const gray: MantineColorsTuple = [
  '#f9f9f7',
  '#f2f2ef',
  '#e7e7e2',
  '#d9d9d3',
  '#c4c4bc',
  '#8f9188',
  '#65675f',
  '#50524c',
  '#393b37',
  '#20221e',
]
const dark: MantineColorsTuple = [
  '#dadedb',
  '#bcc2be',
  '#a2aaa6',
  '#79827e',
  '#454c49',
  '#363d3a',
  '#282e2c',
  '#1b201f',
  '#151918',
  '#0f1211',
]

const focus = { styles: { label: { marginBottom: 4, fontWeight: 550 } } }

/** What the first screen does not show is named here by its type alone, and loaded with the page that needs it. */
export const theme = createTheme({
  colors: { petrol, saffron, brick, iris, leaf, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'Inter, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  shadows: { xs: '0 1px 2px rgb(20 24 22 / 6%)', sm: '0 1px 3px rgb(20 24 22 / 8%)' },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 550 } satisfies Partial<BadgeProps> },
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Card: { defaultProps: { withBorder: true, radius: 'md', padding: 'md' } satisfies Partial<CardProps> },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } satisfies Partial<DrawerProps> },
    Modal: Modal.extend({
      defaultProps: { radius: 'md', centered: true, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontWeight: 620, fontSize: '1rem' } },
    }),
    InputWrapper: Input.Wrapper.extend(focus),
    Loader: Loader.extend({ defaultProps: { type: 'dots', size: 'sm' } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    NumberInput: { defaultProps: { thousandSeparator: ' ', allowDecimal: false } satisfies Partial<NumberInputProps> },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        allowDeselect: false,
        selectFirstOptionOnChange: true,
      } satisfies Partial<SelectProps>,
    },
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 'sm', fz: 'md' } satisfies Partial<TableProps> },
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, fz: 'sm' } }),
  },
})

/** Stock Mantine's placeholder and dimmed text are too pale for WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-brick-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--firstout-sunken': 'var(--mantine-color-gray-0)',
    '--firstout-line': 'var(--mantine-color-gray-2)',
    '--firstout-hover': 'var(--mantine-color-gray-1)',
  },
  dark: {
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-brick-3)',
    '--mantine-color-anchor': 'var(--mantine-color-petrol-3)',
    '--firstout-sunken': 'var(--mantine-color-dark-8)',
    '--firstout-line': 'var(--mantine-color-dark-5)',
    '--firstout-hover': 'var(--mantine-color-dark-6)',
  },
})
