#include "app/desk/office/log/log_reserve.h"

#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RESERVE_BYTES = 1024 * 1024, BLOCK_BYTES = 512 };

static const char *reserve_path(struct office *office)
{
    return office_path(office, "log.reserve");
}

void log_reserve_keep(struct office *office)
{
    const char *path = reserve_path(office);
    struct stat about;
    if (lstat(path, &about) == 0 &&
        (!S_ISREG(about.st_mode) || about.st_blocks >= RESERVE_BYTES / BLOCK_BYTES))
        return;
    unlink(path); /* what another name leads to must not grow */
    scoped_file descriptor =
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0 && posix_fallocate(descriptor, 0, RESERVE_BYTES) != 0)
        unlink(path); /* less than that is no help, and would be missed elsewhere */
}

bool log_reserve_free(struct office *office)
{
    const char *path = reserve_path(office);
    return is_file(path) && unlink(path) == 0;
}
