export default definePageConfig({ navigationBarTitleText: '凭查询码看进度' });
