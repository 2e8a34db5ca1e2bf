import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';

const LABEL = '发生了什么';

export function ComplaintField({
  error,
  onType,
}: {
  readonly error: string | undefined;
  readonly onType: (text: string) => void;
}) {
  return (
    <Card>
      <FieldFrame id="complaint" label={LABEL} {...(error === undefined ? {} : { error })}>
        <AreaField label={LABEL} initial="" maxLength={500} onType={onType} />
      </FieldFrame>
    </Card>
  );
}
