/* front_program: the file that agents run, which is given as an open one. */
#ifndef APP_FRONT_FRONT_PROGRAM_H
#define APP_FRONT_FRONT_PROGRAM_H

#include "base/status.h"

#include <stddef.h>

/* front_program_take(number, out_program): the file with this number, when it is the program
 * resonance of the version of this one; nobody else that is started is given it. STATUS_USAGE when
 * it is anything else, so that nothing but our agents is ever started in their place by a slip. */
must_check enum status front_program_take(size_t number, int *out_program);

#endif
