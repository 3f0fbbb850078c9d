/* What a guess at an access code costs: seconds of a processor for one Argon2id at the standard
 * cost of an organization, and how long all codes would take. The figures of deploy/security.md.
 *
 *   bench_guess [guesses] */
#include "base/must.h"
#include "seal/code/code.h"
#include "seal/seal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { USUAL_GUESSES = 8, CODE_LETTERS = 30, YEAR_S = 31557600 };
static const struct stretch_cost cost = {3, 256U << 20};

static double processor_s(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
    const int guesses = argc > 1 ? atoi(argv[1]) : USUAL_GUESSES;
    const unsigned char salt[STRETCH_SALT_BYTES] = {1};
    unsigned char master[CODE_MASTER_BYTES];
    struct code code;
    must(seal_start() == OK && guesses > 0);
    code_generate(&code);
    const double before = processor_s();
    for (int i = 0; i < guesses; i++)
        must(code_master(&code, salt, cost, master) == OK);
    const double each = (processor_s() - before) / guesses;
    printf("a guess at a code            %8.3f s of a processor\n", each);
    for (int symbols = CODE_SYMBOLS; symbols <= CODE_SYMBOLS + 2; symbols += 2)
        printf("half of all with %2d symbols  %8.3g years of a processor\n", symbols,
               pow(CODE_LETTERS, symbols) / 2 * each / YEAR_S);
    return 0;
}
