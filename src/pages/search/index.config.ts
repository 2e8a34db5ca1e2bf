export default definePageConfig({ navigationBarTitleText: '查办事指南' });
