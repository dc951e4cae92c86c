/** Who supplies information for judicial records (TTLT 04/2012). */
export const SUPPLIER_KINDS = [
  'FIRST_INSTANCE_COURT',
  'APPEAL_COURT',
  'BANKRUPTCY_COURT',
  'PROCURACY',
  'PRISON',
  'POLICE_ENFORCEMENT',
  'CIVIL_ENFORCEMENT',
  'COMMUNE',
  'MILITARY_COURT',
] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

/** As which suppliers a unit of a kind may speak in a signed message; other kinds supply nothing. */
const SUPPLIERS_OF: Readonly<Record<string, readonly SupplierKind[]>> = {
  COURT: ['FIRST_INSTANCE_COURT', 'APPEAL_COURT', 'BANKRUPTCY_COURT'],
  MILITARY_COURT: ['MILITARY_COURT'],
  PROCURACY: ['PROCURACY'],
  POLICE: ['PRISON', 'POLICE_ENFORCEMENT'],
  ENFORCEMENT: ['CIVIL_ENFORCEMENT'],
  COMMUNE: ['COMMUNE'],
};

/** Whether a unit of this kind may supply as such a supplier. */
export function suppliesAs(unitKind: string, supplier: SupplierKind): boolean {
  return (SUPPLIERS_OF[unitKind] ?? []).includes(supplier);
}

/** What of a conviction a judgment tells; a record is made from one of these. */
export const JUDGMENT_KINDS = [
  'JUDGMENT',
  'EXTRACT',
  'APPEAL_JUDGMENT',
  'FOREIGN_JUDGMENT',
] as const;

/** What is supplied: judgments, then what changes or ends their effect. */
export const INFORMATION_KINDS = [
  ...JUDGMENT_KINDS,
  'CASSATION',
  'EXECUTION_DECISION',
  'SUSPENSION_DECISION',
  'REDUCTION_DECISION',
  'EXEMPTION_DECISION',
  'EXPUNGEMENT_DECISION',
  'COMPLETION_CERTIFICATE',
  'AMNESTY_CERTIFICATE',
  'DEPORTATION_EXECUTED',
  'CIVIL_ENFORCEMENT_RESULT',
  'BUSINESS_BAN',
] as const;
export type InformationKind = (typeof INFORMATION_KINDS)[number];

/** Whether something supplied is a judgment with its content. */
export function isJudgment(kind: InformationKind): boolean {
  return JUDGMENT_KINDS.some((one) => one === kind);
}
