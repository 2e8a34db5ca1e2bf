import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';

const LABEL = '哪里不对';

export function ObjectionForm({
  busy,
  onSend,
}: {
  readonly busy: boolean;
  readonly onSend: (note: string) => void;
}) {
  const typed = useRef('');
  const [error, setError] = useState<string>();
  const send = (): void => {
    const note = typed.current.trim();
    setError(note === '' ? '请写几句哪里不对，方便核实。' : undefined);
    if (note !== '') onSend(note);
  };
  return (
    <Card className="stack">
      <FieldFrame
        id="objection"
        label={LABEL}
        help="金额、人数或停发的原因不对，都可以写。核实期间先不拨付。"
        {...(error === undefined ? {} : { error })}
      >
        <AreaField label={LABEL} initial="" maxLength={500} onType={(text) => void (typed.current = text)} />
      </FieldFrame>
      <Button text={busy ? '正在发…' : '提出异议'} disabled={busy} onTap={send} />
    </Card>
  );
}
