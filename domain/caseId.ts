import * as z from 'zod';

/** Dossier number and workflow id in one: `<prefix>-P|T|M|D-<year>-<serial>`, such as `HN-P-2023-000123`. */
export const CaseId = z.string().regex(/^[A-Z]{2,6}-[PTMD]-\d{4}-\d{6}$/);
