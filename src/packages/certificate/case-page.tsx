import type { ReactNode } from 'react';
import type { CertificateDetail } from '@/contract/certificate';
import { readCertificate } from '@/services/certificate';
import { api } from '@/shell/online';
import { useParams } from '@/shell/params';
import { useRemote } from '@/shell/remote';
import { Screen } from '@/shell/screen';
import { RemoteFault } from './remote-fault';

/** A page that does one thing with a case: it is read first, and read anew when somebody else was faster. */
export function CasePage({
  children,
}: {
  readonly children: (detail: CertificateDetail, onStale: (detail: CertificateDetail) => void) => ReactNode;
}) {
  const number = useParams()['number'] ?? '';
  const { read, again, set } = useRemote(() => readCertificate(api, number));
  if (read === undefined) return <Screen>{null}</Screen>;
  if (read.ok) return children(read.value, set);
  return (
    <Screen>
      <RemoteFault fault={read.error} onAgain={again} />
    </Screen>
  );
}
