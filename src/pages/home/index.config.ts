export default definePageConfig({ navigationBarTitleText: '金普民生' });
