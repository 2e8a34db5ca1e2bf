/** Stands in for every .scss: component tests look at elements and events, never at styles. */
export default {};
