/* score: the command `resonance score FILE.osd --answers FILE.json`: the scores a questionnaire
 * defines, made again by hand. */
#ifndef APP_DESK_COMMAND_SCORE_H
#define APP_DESK_COMMAND_SCORE_H

/* score_command(argc, argv):
 * Reads the `argc` words of `argv` behind the command's name and prints one line of canonical
 * JSON (see osd_score_write). Faults go to standard error. Returns 0; 1 when the questionnaire has
 * errors, with the scores that can be made all the same; 2, and no scores, when a file cannot be
 * used or an answer is none that its item can have. */
int score_command(int argc, char **argv);

#endif
