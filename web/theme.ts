import type { ThemeConfig } from 'antd';

/** Lacquer red: only the one primary act of a page wears it. 8.0:1 on white. */
export const LACQUER = '#9b1c1f';
/** Everything else that can be touched. 8.9:1 on white. */
export const INK = '#1f4b73';
/** At risk, as text on white: 5.1:1. */
export const AMBER = '#9a5b00';
/** Late, as text on white: 5.9:1. */
export const LATE = '#b3261e';
export const MUTED = '#595f69';

/** White surfaces, thin lines, small radius; greys dark enough for WCAG AA. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: INK,
    colorLink: INK,
    colorInfo: INK,
    colorWarning: AMBER,
    colorError: LATE,
    colorSuccess: '#2b6b3f',
    colorTextSecondary: MUTED,
    colorTextTertiary: '#646a73',
    colorTextDescription: MUTED,
    colorTextPlaceholder: '#6b7078',
    colorBgLayout: '#ffffff',
    colorWarningBg: '#fff8e8',
    colorWarningBorder: '#e6cf9c',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#e8b9b6',
    colorSuccessBg: '#f0f7f2',
    colorSuccessBorder: '#b5d3be',
    colorInfoBg: '#f0f5fa',
    colorInfoBorder: '#b9cde0',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: "'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif",
    motion: false,
  },
  components: {
    Button: { colorPrimary: LACQUER, algorithm: true, primaryShadow: 'none' },
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerPadding: '0 16px', headerHeight: 56 },
    Table: {
      headerBg: '#f6f7f9',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 6,
      // Links and red marks on it stay readable.
      rowSelectedBg: '#f0f4f8',
      rowSelectedHoverBg: '#e6edf4',
    },
    Alert: {
      withDescriptionPadding: '10px 12px',
      withDescriptionIconSize: 16,
      defaultPadding: '8px 12px',
    },
    Segmented: { trackBg: '#e9ecf0', itemSelectedColor: INK },
    Tag: { defaultColor: '#30363d' },
  },
};
