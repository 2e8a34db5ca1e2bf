// Taro's loader reads this file; tests are compiled by SWC.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
};
