/** One case: facts in one column, actions in the other. */
import { STATUS_NAMES } from '@/domain/case/state';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { AttachedMaterial } from '@/contract/cases';
import { changedPaths } from '../api/correction';
import { departmentName } from '../catalogue';
import type { Attachment } from '../files/attachments';
import { allowedFor } from '../staff/access';
import { actionForms } from './action-forms';
import { casePath, linesOf, type CaseFile } from './case-data';
import { form } from './csrf';
import { html, type Html } from './html';
import type { Visit } from './route';
import { signaturesBody } from './signature-routes';
import { actorOf, deadlineOf, isMasked, mask, sentenceOf, timeOf } from './words';

const FILE_STATES: Readonly<Record<Attachment['state'], string>> = {
  receiving: '没有传完',
  quarantined: '没有病毒扫描的结果，请先看过',
  clean: '已检查',
  refused: '已拒收',
};

const AS_NAMES: Readonly<Record<AttachedMaterial['as'], string>> = {
  uploaded: '上传',
  shared: '数据共享，免提交',
  later: '容缺，后补',
};

function factsOf(visit: Visit, file: CaseFile, revealed: string | undefined): Html {
  const path = `${casePath(file.stored.row.receipt)}/reveal`;
  const rows = linesOf(file, file.latest, visit.service.store).map(
    ({ path: field, labels, text }) =>
      html`<tr>
        <th scope="row">${labels.join(' · ')}</th>
        <td>
          <span class="v">${field === revealed ? text : mask(text)}</span> ${
            isMasked(text) &&
            field !== revealed &&
            form(
              visit,
              path,
              html`<input type="hidden" name="field" value="${field}" /><button class="small">显示</button>`,
            )
          }
        </td>
      </tr>`,
  );
  return html`<section>
    <h2>填写的内容（第 ${file.latest.version} 版）</h2>
    <p class="muted">证件号、手机号、卡号已遮住；点“显示”会记入审计。</p>
    <div class="scroll">
      <table>
        ${rows}
      </table>
    </div>
  </section>`;
}

const fileLine = (visit: Visit, file: CaseFile, { id, name, size, state }: Attachment): Html =>
  html`<li>
    <a href="/console/files/${id}">${name}</a>
    <span class="muted">${Math.ceil(size / 1024)} KB · ${FILE_STATES[state]}</span>
    ${
      state === 'quarantined' &&
      form(
        visit,
        `/console/files/${id}/checked`,
        html`<input type="hidden" name="number" value="${file.stored.row.receipt}" /><button class="small">
            看过了，没问题
          </button>`,
      )
    }
  </li>`;

function materialsOf(visit: Visit, file: CaseFile): Html {
  const { item, latest, attachments } = file;
  const inMaterials = new Set(latest.materials.flatMap(({ files }) => files));
  const rows = latest.materials.map(
    ({ material, as, files }) =>
      html`<tr>
        <th scope="row">${item.form.materials.find(({ id }) => id === material)?.name ?? material}</th>
        <td>
          ${AS_NAMES[as]}
          <ul>
            ${attachments.filter(({ id }) => files.includes(id)).map((one) => fileLine(visit, file, one))}
          </ul>
        </td>
      </tr>`,
  );
  const others = attachments.filter(({ id }) => !inMaterials.has(id));
  return html`<section>
    <h2>材料</h2>
    <div class="scroll">
      <table>
        ${rows}
      </table>
    </div>
    ${
      others.length > 0 &&
      html`<h3>表内和以前的文件</h3>
        <ul>
          ${others.map((one) => fileLine(visit, file, one))}
        </ul>`
    }
  </section>`;
}

/** What the latest correction changed, beside what it was. */
function differencesOf({ service }: Visit, file: CaseFile): Html | undefined {
  const [before, after] = file.contents.slice(-2);
  if (!before || !after) return undefined;
  const [was, is] = [before, after].map(
    (content) => new Map(linesOf(file, content, service.store).map((line) => [line.path, line])),
  );
  const changed = changedPaths(before.answers, after.answers);
  const paths = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  const fields = [...paths].flatMap((path) => {
    const [a, b] = [was?.get(path), is?.get(path)];
    return a?.text !== b?.text || hasChanged(changed, path)
      ? [[(b ?? a)?.labels.join(' · ') ?? path, a?.text ?? '', b?.text ?? ''] as const]
      : [];
  });
  const materials = file.item.form.materials.flatMap(({ id, name }) => {
    const [a, b] = [before, after].map(({ materials: all }) => all.find(({ material }) => material === id));
    return changedPaths(a, b).length > 0
      ? [[`材料：${name}`, `${a?.files.length ?? 0} 个文件`, `${b?.files.length ?? 0} 个文件`] as const]
      : [];
  });
  return html`<section>
    <h2>第 ${before.version} 版到第 ${after.version} 版改了什么</h2>
    <div class="scroll">
      <table>
        <tr>
          <th>哪里</th>
          <th>原来</th>
          <th>现在</th>
        </tr>
        ${[...fields, ...materials].map(
          ([label, a, b]) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td><span class="v">${mask(a)}</span></td>
              <td><span class="v">${mask(b)}</span></td>
            </tr>`,
        )}
      </table>
    </div>
  </section>`;
}

/** Files are shown by their number alone: another file in the place of one shows only by its id. */
const hasChanged = (paths: readonly string[], path: string): boolean =>
  paths.some((changed) => changed === path || changed.startsWith(`${path}[`));

const historyOf = ({ stored, names }: CaseFile): Html =>
  html`<section>
    <h2>经过</h2>
    <ol class="log">
      ${stored.events.map(
        (event) =>
          html`<li>
            <span class="muted">${timeOf(event.at)} ${actorOf(event, names)}</span>
            <p>${sentenceOf(event.fact)}</p>
          </li>`,
      )}
    </ol>
  </section>`;

function headOf({ service, at }: Visit, { view, stored, item }: CaseFile): Html {
  const { calendar } = service.store;
  const due = deadlineOf(view, calendar, shanghaiMoment(at).date);
  return html`<section>
    <p class="sentence">
      ${STATUS_NAMES[view.status]}${due && html` · <span class="${due.tone}">${due.text}</span>`}
    </p>
    <p class="muted">
      ${item.name} · 受理编号 ${showReceiptNumber(stored.row.receipt)} · ${formatDate(view.submittedOn)} 提交
      ·
      ${view.promise && `告知申请人的日期 ${view.promise.due} · `}${view.tasks
        .map(({ department, opinion }) => {
          const name = departmentName(department);
          return opinion ? `${name}（${opinion === 'pass' ? '通过' : '不通过'}）` : name;
        })
        .join('、')}
    </p>
  </section>`;
}

export interface CaseShown {
  readonly fault?: string;
  /** The answer that was asked to be shown in clear. */
  readonly revealed?: string;
}

export function caseBody(visit: Visit, file: CaseFile, { fault, revealed }: CaseShown = {}): Html {
  const actions = actionForms(visit, file, allowedFor(visit.staff, file.view));
  return html`${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
    ${headOf(visit, file)}
    <div class="columns">
      <div>
        ${differencesOf(visit, file)} ${factsOf(visit, file, revealed)} ${materialsOf(visit, file)}
        ${signaturesBody(visit, file)} ${historyOf(file)}
      </div>
      <section>
        <h2>可以办的</h2>
        ${actions.length > 0 ? actions : html`<p class="muted">现在没有要您办的。</p>`}
      </section>
    </div>`;
}
