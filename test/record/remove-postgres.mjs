/** After the tests of the project “postgres”. */
export default async function removeServer() {
  await globalThis.testPostgres?.remove();
}
