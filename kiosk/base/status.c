#include "base/status.h"

#include "base/must.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
    int exit_code;
    const char *sentence;
} rows[] = {
#define STATUS(name, exit_code, sentence) {exit_code, sentence},
#include "base/status.def"
#undef STATUS
};

static _Thread_local char last[1024];

#undef fail /* what stands for them under an analyzer */
#undef fail_in

enum status fail(enum status status, const char *format, ...)
{
    /* The arguments may point into `last` ("%s: %s", path, status_last()): format beside it. */
    char sentence[sizeof last];
    va_list arguments;
    must(status != OK);
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    snprintf(last, sizeof last, "%s", sentence);
    return status;
}

enum status fail_in(enum status status, const char *format, ...)
{
    char place[sizeof last];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(place, sizeof place, format, arguments);
    va_end(arguments);
    return fail(status, "%s: %s", place, last);
}

const char *status_last(void)
{
    return last;
}

const char *status_sentence(enum status status)
{
    return rows[status].sentence;
}

int status_exit(enum status status)
{
    return rows[status].exit_code;
}

int status_fault(enum status status)
{
    return 100 + (int)status;
}
