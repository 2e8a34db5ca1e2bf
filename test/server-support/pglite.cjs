module.exports = globalThis.outside.pglite;
