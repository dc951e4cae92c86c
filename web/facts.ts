import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Facts } from '../domain/account.ts';
import type { InstantMs } from '../domain/instant.ts';
import { get } from './api.ts';

interface FactsRead {
  facts: Facts;
  /** Real time of this machine when the facts arrived. */
  readAtMs: number;
}

async function readFacts(): Promise<FactsRead> {
  const facts = await get('/facts', Facts);
  return { facts, readAtMs: Date.now() };
}

/** What every page needs before anybody signed in: the clock, whether this is a demonstration. */
export function useFacts() {
  return useQuery({ queryKey: ['facts'], queryFn: readFacts, staleTime: 300_000 });
}

/**
 * Business time now, renewed every `everyMs` real milliseconds; real time until the facts are known.
 * All dates on screens follow this clock, never the machine's own.
 */
export function useBusinessNow(everyMs = 10_000): InstantMs {
  const { data } = useFacts();
  const [realNow, setRealNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setRealNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  if (data === undefined) return realNow;
  const elapsed = Math.max(0, realNow - data.readAtMs);
  return Date.parse(data.facts.businessNow) + elapsed * data.facts.speed;
}
