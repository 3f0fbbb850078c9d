/* program_place: where a program of ours lies that another one of ours starts. Neither the
 * environment nor PATH has a say in it. */
#ifndef APP_COMMON_START_PROGRAM_PLACE_H
#define APP_COMMON_START_PROGRAM_PLACE_H

#include <limits.h>
#include <stdbool.h>

/* is_program_place(name, out_path): whether the program `name` lies beside the one that runs here,
 * as it is built, or in ../lib/resonance, as it is installed; then `out_path` is where. */
bool is_program_place(const char *name, char out_path[PATH_MAX]);

#endif
