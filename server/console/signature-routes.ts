/** Who has signed; and the word of a clerk that somebody signed at the window, in person. */
import { casePath, type CaseFile } from './case-data';
import { findSignature, type Signature } from '../signatures/rows';
import { giveSignature } from '../signatures/sign';
import { findCase, viewAt } from '../cases/read';
import { departmentsIn, rolesFor } from '../staff/access';
import { form } from './csrf';
import { html, type Html } from './html';
import { FORBIDDEN, NOT_FOUND, see, type ConsoleRoute, type Visit } from './route';
import { mask, timeOf } from './words';

const WHERE = { phone: '本人在手机上签', window: '到窗口签' } as const;

const stateText = ({ signed_at, signed_where, way }: Signature): string => {
  if (signed_at !== null && signed_where !== null) return `${WHERE[signed_where]}，${timeOf(signed_at)}`;
  return way === 'window' ? '还没有签：本人要到窗口签' : '还没有签：等本人在手机上签';
};

const atWindow = (visit: Visit, { id, signed_at }: Signature): Html | false =>
  signed_at === null &&
  form(
    visit,
    `/console/signatures/${id}/window`,
    html`<button class="small">核对了身份证，本人已在窗口签</button>`,
  );

/** Nothing where the form asks for no signature. */
export function signaturesBody(visit: Visit, { signatures, view, roles }: CaseFile): Html | false {
  if (signatures.length === 0) return false;
  return html`<section>
    <h2>签名</h2>
    ${view.unsigned.length > 0 && html`<p>还差 ${view.unsigned.length} 人，签齐后才能受理。</p>`}
    <div class="scroll">
      <table>
        ${signatures.map(
          (one) =>
            html`<tr>
              <th scope="row">${one.name} ${mask(one.idNo)}</th>
              <td>
                ${stateText(one)}
                ${view.unsigned.includes(one.id) && roles.includes('clerk') && atWindow(visit, one)}
              </td>
            </tr>`,
        )}
      </table>
    </div>
  </section>`;
}

export const signatureRoutes: readonly ConsoleRoute[] = [
  {
    method: 'POST',
    path: '/console/signatures/:id/window',
    roles: ['clerk'],
    run: async ({ service: { store }, staff, params, at }) => {
      const signature = await findSignature(store, params['id'] ?? '');
      const stored = signature && (await findCase(store, signature.case_id));
      if (!signature || !stored) return NOT_FOUND;
      const roles = rolesFor(staff, departmentsIn(viewAt(store, stored, at)));
      if (roles.length === 0) return NOT_FOUND;
      if (!roles.includes('clerk')) return FORBIDDEN;
      const actor = { role: 'clerk', id: staff.id } as const;
      const given = { by: staff.id, where: 'window', at } as const;
      // Signed on the phone meanwhile: the page that follows shows it.
      await giveSignature(store, { signature, actor, given });
      return see(casePath(stored.row.receipt));
    },
  },
];
