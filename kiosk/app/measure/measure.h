/* measure: the command `resonance measure VERB [options] FILE...`: plain statistics on
 * plain CSV. One verb, one table on standard output; each verb is a row of verbs.def. */
#ifndef APP_MEASURE_MEASURE_H
#define APP_MEASURE_MEASURE_H

/* measure_command(argc, argv):
 * argv[0] is the verb, the other of the `argc` words of `argv` are its options and files.
 * Prints the table and returns 0; or prints one sentence on standard error, nothing on
 * standard output, and returns 2 when the words or the input cannot be used, 1 when the
 * table cannot be written. */
int measure_command(int argc, char **argv);

#endif
