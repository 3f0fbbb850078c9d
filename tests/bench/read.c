/* Measures reading and checking one questionnaire, the path of which is given: as the desk does
 * for `resonance check`, once for each time. Prints milliseconds of the processor, which other
 * work on the machine hardly changes: p50, p99. */
#include "base/file.h"
#include "base/must.h"
#include "lint/lint.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 300 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times)
{
    qsort(times, ROUNDS, sizeof *times, by_size);
    printf("%s p50 %.3f p99 %.3f ms\n", what, times[ROUNDS / 2],
           times[ROUNDS * 99 / 100]);
}

int main(int argc, char **argv)
{
    static double reading[ROUNDS], checking[ROUNDS];
    for (size_t i = 0; argc == 2 && i < ROUNDS; i++) {
        struct arena arena;
        struct span bytes;
        struct questionnaire *questionnaire = NULL;
        const double before = now_ms();
        arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
        struct fault_list faults = fault_list_init(&arena);
        must(file_read(&arena, argv[1], QUESTIONNAIRE_BYTES_MAX, &bytes) == OK);
        const enum status status =
            questionnaire_read(&arena, span_of(argv[1]), bytes, &faults, &questionnaire);
        must(status == OK && questionnaire);
        const double between = now_ms();
        lint_questionnaire(&arena, questionnaire, &faults);
        arena_done(&arena);
        const double after = now_ms();
        reading[i] = between - before;
        checking[i] = after - before;
    }
    print_times("read", reading);
    print_times("read_and_check", checking);
    return 0;
}
