/** The version of the program, equal to that in package.json (a test says so). */
export const version = '0.1.0';
