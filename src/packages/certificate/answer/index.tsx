import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { UploadedFile } from '@/contract/cases';
import type { CertificateDetail } from '@/contract/certificate';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { FieldFrame } from '@/components/fields/field-frame';
import { AreaField } from '@/components/fields/line-field';
import { spoken } from '@/components/spoken';
import { showDate } from '@/domain/form/kinds/dates';
import { departmentName } from '@/shell/catalogue';
import { useParams } from '@/shell/params';
import { device, goBack } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { UploadView } from '@/shell/upload-view';
import { act, type Acted } from '../act';
import { ActFault } from '../act-fault';
import { CasePage } from '../case-page';
import './index.scss';

type Question = CertificateDetail['questions'][number];

const FILES_MOST = 30;

function Answer({
  detail,
  question,
  onStale,
}: {
  readonly detail: CertificateDetail;
  readonly question: Question;
  readonly onStale: (detail: CertificateDetail) => void;
}) {
  const words = useRef('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [error, setError] = useState<string>();
  const [acted, setActed] = useState<Acted>();
  const [busy, setBusy] = useState(false);
  const name = departmentName(question.department);
  const send = async (): Promise<void> => {
    const text = words.current.trim();
    if (text === '') return setError('请写几句说明；有材料的，也请写一句是什么。');
    setError(undefined);
    setBusy(true);
    const result = await act(detail, {
      kind: 'answered',
      question: question.id,
      text,
      files: files.map(({ id }) => id),
    });
    setBusy(false);
    setActed(result);
    if (result.kind === 'stale') onStale(result.detail);
    if (result.kind !== 'done') return;
    device.toast('已答复，下一个工作日接着计时');
    goBack();
  };
  return (
    <Screen
      bar={
        <Button text={busy ? '正在发…' : '答复'} kind="primary" disabled={busy} onTap={() => void send()} />
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {name}问
      </Text>
      <Text className="lead">
        {question.answerBy === null ? '' : `请在 ${showDate(question.answerBy)}前答复。`}
        答复以前时钟停着，其余部门照常审。
      </Text>
      <ActFault acted={acted} />
      <Card>
        <Text className="case__question">{question.text}</Text>
        <FieldFrame id="answer" label="您的说明" {...(error === undefined ? {} : { error })}>
          <AreaField
            label="您的说明"
            initial=""
            maxLength={1000}
            onType={(text) => {
              words.current = text;
            }}
          />
        </FieldFrame>
        <FieldFrame id="answer-files" label="材料" optional help="PDF 或照片，都归在这个问题下。">
          <UploadView
            target={`certificate ${detail.number} ${question.id}`}
            label="材料"
            uploaded={files}
            atMost={FILES_MOST}
            onAdd={(file) => setFiles((before) => [...before, file])}
            onRemove={(id) => setFiles((before) => before.filter((file) => file.id !== id))}
          />
        </FieldFrame>
      </Card>
    </Screen>
  );
}

export default function AnswerPage() {
  const id = useParams()['question'];
  return (
    <CasePage>
      {(detail, onStale) => {
        const question = detail.questions.find((each) => each.id === id);
        if (question?.state === 'open')
          return <Answer detail={detail} question={question} onStale={onStale} />;
        return (
          <Screen>
            <View>
              <Empty
                icon="check"
                title={question?.state === 'lapsed' ? '这个问题已经过期' : '这个问题不用答了'}
                text="它已经答复过，或者这件已经有了结果。"
              >
                <Button text="返回" kind="primary" onTap={goBack} />
              </Empty>
            </View>
          </Screen>
        );
      }}
    </CasePage>
  );
}
