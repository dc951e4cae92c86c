import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem, download, type Query } from '../api.ts';

type Fetch = (paths: string | readonly string[], query?: Query) => void;

/**
 * Fetch a file as {@link download} does, or several one after the other, and say why there is none: as the API
 * does, else that it did not come and may be asked for again.
 */
export function useDownload(): Fetch {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fetchAll = async (paths: readonly string[], query?: Query): Promise<void> => {
    for (const path of paths) await download(path, query);
  };
  return (paths, query) => {
    fetchAll([paths].flat(), query).catch((error: unknown) => {
      const told = error instanceof ApiProblem ? error.detail : '';
      void message.error(told || t('fileNotFetched'));
    });
  };
}
