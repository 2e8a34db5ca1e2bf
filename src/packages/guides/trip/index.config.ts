export default definePageConfig({ navigationBarTitleText: '合并跑一趟' });
