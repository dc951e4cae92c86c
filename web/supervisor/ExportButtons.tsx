import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListFile, type RowsOf, tableOf } from '../../domain/listFile.ts';
import { useUnitName } from '../pieces/units.ts';
import { useLanguage } from '../words/index.ts';
import { saveCsv, savePng, saveSvg } from './exportChart.ts';

interface CsvButtonProps<Field extends string> {
  file: ListFile<Field>;
  rows: RowsOf<NoInfer<Field>>;
}

/** The numbers of a section as a file, in the words of the page. */
export function CsvButton<Field extends string>({ file, rows }: CsvButtonProps<Field>) {
  const { t } = useTranslation('board');
  const { language } = useLanguage();
  const unitName = useUnitName();
  const name = file.name.replace('.csv', '');
  return (
    <Button
      size="small"
      className="board-export"
      icon={<DownloadOutlined />}
      aria-label={t('export', { as: 'CSV', name })}
      onClick={() => saveCsv(file.name, tableOf(file, rows, { language, unitName }))}
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
