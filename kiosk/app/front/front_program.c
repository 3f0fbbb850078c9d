#include "app/front/front_program.h"

#include "app/desk/agent/contract.h"
#include "base/file.h"

#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 40, MARK_BYTES = 80 };

/* What stands in that program, and in this one in two pieces only, so that it is not found here. */
static bool has_mark(const char *bytes, size_t count)
{
    char mark[MARK_BYTES];
    snprintf(mark, sizeof mark, "%s%s", CONTRACT_MARK, RESONANCE_VERSION);
    return count > SELFMAG && memcmp(bytes, ELFMAG, SELFMAG) == 0 &&
           memmem(bytes, count, mark, strlen(mark) + 1);
}

static bool is_agent(int file, const struct stat *facts)
{
    const size_t count = (size_t)facts->st_size;
    if (!S_ISREG(facts->st_mode) || !count)
        return false;
    char *const bytes = mmap(NULL, count, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        return false;
    const bool is_one = has_mark(bytes, count);
    (void)munmap(bytes, count);
    return is_one;
}

enum status front_program_take(size_t number, int *out_program)
{
    char path[PATH_BYTES];
    struct stat facts;
    snprintf(path, sizeof path, "/proc/self/fd/%zu", number);
    /* it was opened to be run, and is read here */
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 || fstat(file, &facts) != 0 || !is_agent(file, &facts) ||
        fcntl((int)number, F_SETFD, FD_CLOEXEC) != 0)
        return fail(STATUS_USAGE,
                    "this program is started by \"resonance desk\", which gives it the "
                    "program that opens results, of the same version");
    *out_program = (int)number;
    return OK;
}
