import { useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { Unit } from '../../domain/account.ts';
import { get } from '../api.ts';

const Province = z.object({ code: z.string(), name: z.string() });

/** All agencies of the demonstration's period. */
export function useUnits() {
  return useQuery({
    queryKey: ['units'],
    queryFn: () => get('/units', z.array(Unit)),
    staleTime: Infinity,
  });
}

/** Provinces of the 63-province list, as codes and names. */
export function useProvinces() {
  return useQuery({
    queryKey: ['provinces'],
    queryFn: () => get('/provinces', z.array(Province)),
    staleTime: Infinity,
  });
}

/** Name of a unit by its code; the code itself until names are known. */
export function useUnitName(): (code: string) => string {
  const { data } = useUnits();
  return (code) => data?.find((unit) => unit.code === code)?.name ?? code;
}
