/* A terminal takes a configuration: `bench_adopt CONFIG DATA` prints the milliseconds that the
 * keeper of DATA needs for it, by the clock and of the processor, and the most memory it had, in
 * MB. */
#include "app/terminal/keeper/keeper.h"
#include "base/must.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

enum { ARENA_BYTES = 64 * 1024 * 1024 };

static double now_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
    static struct keeper keeper;
    struct arena arena;
    struct config *config = NULL;
    struct rusage usage;
    must(argc == 3 && seal_start() == OK);
    arena_init(&arena, ARENA_BYTES);
    must(keeper_open((struct keeper_folders){argv[1], argv[2], NULL, NULL, NULL},
                     &keeper) == OK);
    must(config_load_signed(&arena, argv[1], &config) == OK);
    const double began = now_ms(CLOCK_MONOTONIC),
                 worked = now_ms(CLOCK_PROCESS_CPUTIME_ID);
    enum status status = keeper_adopt(&keeper, config);
    if (status == STATUS_UNCONFIRMED) {
        keeper.offered =
            (struct trust_offer){.organization_key = config->organization_key};
        must(keeper_trust(&keeper) == OK);
        status = keeper_adopt(&keeper, config);
    }
    must(status == OK);
    const double took = now_ms(CLOCK_MONOTONIC) - began,
                 of_processor = now_ms(CLOCK_PROCESS_CPUTIME_ID) - worked;
    getrusage(RUSAGE_SELF, &usage);
    printf("%.1f %.1f %.1f\n", took, of_processor, (double)usage.ru_maxrss / 1024);
    keeper_close(&keeper);
    arena_done(&arena);
    return 0;
}
