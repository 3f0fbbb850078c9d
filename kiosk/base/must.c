#include "base/must.h"

#include <stdio.h>
#include <stdlib.h>

void must_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "resonance: a bug: %s does not hold (%s:%d)\n", condition, file,
            line);
    abort();
}
