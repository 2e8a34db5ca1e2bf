export default definePageConfig({ navigationBarTitleText: '上市无违规证明' });
