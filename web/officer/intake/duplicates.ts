import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useSettled } from '../../pieces/useSettled.ts';
import * as z from 'zod';
import { DuplicateCandidate } from '../../../domain/duplicate.ts';
import { PersonalId } from '../../../domain/personalId.ts';
import { PartialDate } from '../../../domain/text.ts';
import { get } from '../../api.ts';

export type Duplicate = z.infer<typeof DuplicateCandidate>;

const Candidates = z.object({ candidates: z.array(DuplicateCandidate) });

/** Cases that may be the same person's, asked for once the ID, or name and birth date, are complete. */
export function useDuplicates() {
  const personalId = (Form.useWatch(['subject', 'personalId']) ?? '') as string;
  const fullName = (Form.useWatch(['subject', 'fullName']) ?? '') as string;
  const birthDate = (Form.useWatch(['subject', 'birthDate']) ?? '') as string;
  const id = PersonalId.safeParse(personalId).success ? personalId : undefined;
  const named = fullName.trim().includes(' ') && PartialDate.safeParse(birthDate).success;
  const query = {
    personalId: id,
    fullName: named ? fullName.trim() : undefined,
    birthDate: named ? birthDate : undefined,
  };
  const settled = useSettled(query);
  return useQuery({
    queryKey: ['duplicates', settled],
    queryFn: () => get('/applications/duplicates', Candidates, settled),
    enabled: settled.personalId !== undefined || settled.fullName !== undefined,
    placeholderData: (before) => before,
  });
}
