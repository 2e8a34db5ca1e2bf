export default definePageConfig({ navigationBarTitleText: '申请上市无违规证明' });
