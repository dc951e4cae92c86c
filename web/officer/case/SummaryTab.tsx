import { Alert, Descriptions, type DescriptionsProps, Grid } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatDate } from '../../pieces/format.ts';
import { useUnitName } from '../../pieces/units.ts';
import { usePapers } from '../../pieces/usePapers.ts';
import { useCountryName, useLabel } from '../../words/index.ts';
import { ToCheck } from '../ToCheck.tsx';
import { ResidenceBlock, useUncertainResidences } from './ResidenceBlock.tsx';

type Application = NonNullable<CaseDetail['application']>;
type Items = NonNullable<DescriptionsProps['items']>;

/** Subject, request and route: why the case is simple or complex. */
export function SummaryTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { application } = detail;
  return (
    <>
      <WarningBlock detail={detail} />
      <RouteBlock detail={detail} />
      {application === null ? (
        <Alert type="info" showIcon title={t('masked')} />
      ) : (
        <>
          <SubjectBlock application={application} />
          <ResidenceBlock application={application} />
          <RequestBlock application={application} trackingCode={detail.trackingCode} />
        </>
      )}
    </>
  );
}

/** What stood out at the desk in who the person is and where they lived. */
function WarningBlock({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const residences = useUncertainResidences(detail);
  const idWarnings = detail.idWarnings.map((code) => label('idWarning', code));
  return (
    <div className="case-warnings">
      <ToCheck title={t('idWarnings')} lines={idWarnings} />
      <ToCheck title={t('residenceWarnings')} lines={residences} />
    </div>
  );
}

/** Facts beside their labels; on a narrow screen below them, where beside there is room for neither. */
function Block({ title, items }: { title: string; items: Items }) {
  const narrow = Grid.useBreakpoint().md === false;
  return (
    <Descriptions
      title={title}
      items={items}
      size="small"
      bordered
      className="facts"
      layout={narrow ? 'vertical' : 'horizontal'}
      styles={narrow ? {} : { label: { width: '13%' } }}
      column={{ xs: 1, sm: 1, md: 2, lg: 3 }}
      style={{ marginBlockEnd: 16 }}
    />
  );
}

function RouteBlock({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const unitName = useUnitName();
  const { line, grounds, ruleSetId, calendarVersion } = detail;
  const legal = detail.clocks.find(({ name }) => name === 'total' || name === 'send');
  const why = grounds.map((ground) => label('ground', ground)).join('; ');
  return (
    <Block
      title={t('route')}
      items={[
        { label: t('unit'), children: unitName(line.unit) },
        {
          label: t('field.regime'),
          children: line.regime === null ? '–' : label('regime', line.regime),
        },
        { label: t('field.grounds'), children: why || t('noGrounds') },
        { label: t('citation'), children: legal?.citation ?? '–' },
        { label: t('ruleSet'), children: ruleSetId },
        { label: t('calendar'), children: calendarVersion },
      ]}
    />
  );
}

function SubjectBlock({ application }: { application: Application }) {
  const { t } = useTranslation('officer');
  const countryName = useCountryName();
  const label = useLabel();
  const { subject } = application;
  const papers = usePapers();
  const text = (value: string | null): string => value ?? '–';
  return (
    <Block
      title={t('subject')}
      items={[
        { label: t('fullName'), children: <strong>{subject.fullName}</strong> },
        { label: t('otherNames'), children: subject.otherNames.join(', ') || '–' },
        { label: t('gender'), children: label('gender', subject.gender) },
        { label: t('birthDate'), children: formatDate(subject.birthDate) },
        { label: t('birthPlace'), children: subject.birthPlace },
        { label: t('personalId'), children: text(subject.personalId) },
        { label: t('papersOfPerson'), children: papers(subject.documents) || '–' },
        { label: t('nationality'), children: countryName(subject.nationality) },
        { label: t('ethnicity'), children: text(subject.ethnicity) },
        { label: t('military'), children: t(subject.hasMilitaryService ? 'yes' : 'no') },
        { label: t('fatherName'), children: text(subject.fatherName) },
        { label: t('motherName'), children: text(subject.motherName) },
        ...(subject.parentsUnknown == null
          ? []
          : [{ label: t('parentsUnknown'), children: subject.parentsUnknown }]),
        { label: t('spouseName'), children: text(subject.spouseName) },
        { label: t('permanentResidence'), children: subject.permanentResidence?.text ?? '–' },
        { label: t('temporaryResidence'), children: subject.temporaryResidence?.text ?? '–' },
        {
          label: t('contact'),
          children: [subject.phone, subject.email].filter(Boolean).join(', ') || '–',
        },
      ]}
    />
  );
}

interface RequestBlockProps {
  application: Application;
  trackingCode: string | null;
}

function RequestBlock({ application, trackingCode }: RequestBlockProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { agent } = application;
  return (
    <Block
      title={t('request')}
      items={[
        {
          label: t('certificateType'),
          children: label('certificateType', application.certificateType),
        },
        { label: t('purpose'), children: application.purpose },
        { label: t('banStatement'), children: t(application.banStatementWanted ? 'yes' : 'no') },
        { label: t('copies'), children: application.copies },
        { label: t('channel'), children: label('channel', application.channel) },
        { label: t('trackingCode'), children: trackingCode ?? '–' },
        {
          label: t('agent'),
          children:
            agent === null ? t('none') : `${agent.fullName} (${t(`relation.${agent.relation}`)})`,
        },
        ...(agent === null
          ? []
          : [
              { label: t('agentId'), children: agent.personalId ?? '–' },
              { label: t('powerOfAttorney'), children: agent.powerOfAttorneyNumber ?? '–' },
            ]),
        { label: t('delivery'), children: label('delivery', application.delivery) },
        { label: t('deliveryAddress'), children: application.deliveryAddress?.text ?? '–' },
        {
          label: t('feeCategory'),
          children: [label('fee', application.feeCategory), application.feeReason]
            .filter(Boolean)
            .join(': '),
        },
        { label: t('feeSettled'), children: t(application.feeSettled ? 'yes' : 'no') },
        { label: t('note'), children: application.note ?? '–' },
      ]}
    />
  );
}
