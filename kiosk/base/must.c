#include "base/must.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void must_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "resonance: a bug: %s does not hold (%s:%d)\n", condition, file,
            line);
    abort();
}

/* Written without asking for memory, and without the ends of others, which may. */
void must_end_without_memory(void)
{
    static const char sentence[] =
        "resonance: there is not enough memory; close other programs and repeat\n";
    const ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written;
    _exit(1);
}
