import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Packet,
  type PacketOrder,
  PacketRows,
  type PacketRowQuery,
  Packets,
  PacketUpload,
  PacketUploads,
  type UploadForm,
} from '../../../domain/packet.ts';
import { get, send } from '../../api.ts';

const PROGRESS_MS = 500;

export function usePackets(page: number) {
  return useQuery({
    queryKey: ['packets', 'made', page],
    queryFn: () => get('/packets', Packets, { page }),
    placeholderData: keepPreviousData,
  });
}

export function useUploads(page: number) {
  return useQuery({
    queryKey: ['packets', 'uploads', page],
    queryFn: () => get('/packets/uploads', PacketUploads, { page }),
    placeholderData: keepPreviousData,
  });
}

/** One upload; asked again and again while it is being imported or its answers are on their way. */
export function useUpload(id: string) {
  return useQuery({
    queryKey: ['packets', 'upload', id],
    queryFn: () => get(`/packets/uploads/${id}`, PacketUpload),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'RUNNING' || (data?.rows.ON_THE_WAY ?? 0) > 0 ? PROGRESS_MS : false,
  });
}

export function useRows(id: string, query: Partial<PacketRowQuery>, stateOfUpload: string) {
  return useQuery({
    queryKey: ['packets', 'rows', id, query, stateOfUpload],
    queryFn: () => get(`/packets/uploads/${id}/rows`, PacketRows, query),
    placeholderData: keepPreviousData,
  });
}

/** What a liaison does with packets; every list is asked again afterwards. */
export function usePacketChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['packets'] });
  const make = useMutation({
    mutationFn: (order: Partial<PacketOrder>) => send('POST', '/packets', order, Packet),
    onSettled,
  });
  const upload = useMutation({
    mutationFn: (form: UploadForm) => send('POST', '/packets/uploads', form, PacketUpload),
    onSettled,
  });
  return { make, upload };
}

/** The next step of an upload: confirmed, stopped, let go on. */
export function useUploadStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body }: { step: 'confirm' | 'stop' | 'resume'; body?: object }) =>
      send('POST', `/packets/uploads/${id}/${step}`, body, PacketUpload),
    onSuccess: (upload) => client.setQueryData(['packets', 'upload', id], upload),
    onSettled: () => client.invalidateQueries({ queryKey: ['packets'] }),
  });
}
