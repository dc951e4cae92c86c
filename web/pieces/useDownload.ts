import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem, download, type Query } from '../api.ts';

type Fetch = (path: string, query?: Query, failed?: string) => void;

/** Fetch a file as {@link download} does, and say why there is none: as the API does, else `failed`. */
export function useDownload(): Fetch {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (path, query, failed) => {
    download(path, query).catch((error: unknown) => {
      const told = error instanceof ApiProblem ? error.detail : '';
      void message.error(told || failed || t('problemUnknown'));
    });
  };
}
