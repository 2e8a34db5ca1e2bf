import { useState } from 'react';
import { Card } from '@/components/card/card';
import { ChoiceField } from '@/components/fields/choice-field';
import { FieldFrame } from '@/components/fields/field-frame';
import { MultiField } from '@/components/fields/multi-field';
import { BAD_RATING_REASONS, RATING_LEVELS } from '@/domain/case/rating';
import type { RatingLevel } from '@/domain/certificate/events';

const STARS = [5, 4, 3, 2, 1] as const satisfies readonly RatingLevel[];
const LEVELS = STARS.map((stars) => ({ value: String(stars), label: RATING_LEVELS[stars] }));
const REASONS = Object.values(BAD_RATING_REASONS).map((label) => ({ value: label, label }));

/** The two lowest of five ask why. */
const BAD = 2;

export interface Rating {
  readonly level: RatingLevel;
  readonly reasons: readonly string[];
}

export function RateFields({
  error,
  onRate,
}: {
  readonly error: string | undefined;
  readonly onRate: (rating: Rating) => void;
}) {
  const [level, setLevel] = useState<RatingLevel>();
  const [reasons, setReasons] = useState<readonly string[]>([]);
  return (
    <Card>
      <FieldFrame id="level" label="满意吗" {...(error === undefined ? {} : { error })}>
        <ChoiceField
          label="满意吗"
          options={LEVELS}
          value={String(level ?? '')}
          onChoose={(value) => {
            const chosen = STARS.find((stars) => String(stars) === value);
            if (chosen === undefined) return;
            setLevel(chosen);
            onRate({ level: chosen, reasons: chosen <= BAD ? reasons : [] });
          }}
        />
      </FieldFrame>
      {level !== undefined && level <= BAD ? (
        <FieldFrame
          id="reasons"
          label="哪里不满意"
          help="记进这件证明的评价里。要有人答复您，请在办件页点“投诉”。"
        >
          <MultiField
            label="哪里不满意"
            options={REASONS}
            value={reasons}
            onChoose={(chosen) => {
              setReasons(chosen);
              onRate({ level, reasons: chosen });
            }}
          />
        </FieldFrame>
      ) : null}
    </Card>
  );
}

export const isWhole = ({ level, reasons }: Rating): boolean => level > BAD || reasons.length > 0;
