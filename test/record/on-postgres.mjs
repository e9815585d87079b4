/** Records that tests of the project “postgres” open lie on the server. */
process.env.TEST_RECORD = 'postgres';
