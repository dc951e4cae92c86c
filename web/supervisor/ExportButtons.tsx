import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCsv, savePng, saveSvg } from './exportChart.ts';

interface CsvButtonProps {
  /** Name of the file, without its ending. */
  name: string;
  rows: readonly object[];
}

/** The numbers of a section as a file. */
export function CsvButton({ name, rows }: CsvButtonProps) {
  const { t } = useTranslation('board');
  return (
    <Button
      size="small"
      className="board-export"
      icon={<DownloadOutlined />}
      aria-label={t('export', { as: 'CSV', name })}
      onClick={() => saveCsv(name, rows)}
    >
      CSV
    </Button>
  );
}

interface PictureButtonsProps {
  name: string;
  /** Element within which the chart is drawn. */
  chart: RefObject<HTMLElement | null>;
}

/** A chart as a picture, for documents and for print. */
export function PictureButtons({ name, chart }: PictureButtonsProps) {
  const { t } = useTranslation('board');
  const { message } = App.useApp();
  const drawn = (): SVGSVGElement | null =>
    chart.current?.querySelector<SVGSVGElement>('.recharts-wrapper > svg') ?? null;
  const saveAs = {
    SVG: async (svg: SVGSVGElement) => saveSvg(name, svg),
    PNG: (svg: SVGSVGElement) => savePng(name, svg),
  };
  const start = (as: keyof typeof saveAs): void => {
    const svg = drawn();
    if (svg !== null) saveAs[as](svg).catch(() => message.error(t('exportFailed')));
  };
  return (
    <>
      {(['SVG', 'PNG'] as const).map((as) => (
        <Button
          key={as}
          size="small"
          className="board-export"
          icon={<DownloadOutlined />}
          aria-label={t('export', { as, name })}
          onClick={() => start(as)}
        >
          {as}
        </Button>
      ))}
    </>
  );
}
