#include "base/descriptor/descriptor.h"

#include <errno.h>
#include <unistd.h>

ssize_t descriptor_read(int descriptor, void *data, size_t count)
{
    char *bytes = data;
    size_t done = 0;
    while (done < count) {
        const ssize_t got = read(descriptor, bytes + done, count - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}

bool descriptor_write(int descriptor, struct span bytes)
{
    while (bytes.count) {
        const ssize_t put = write(descriptor, bytes.data, bytes.count);
        if (put < 0 && errno == EINTR)
            continue;
        if (put == 0)
            errno = EIO; /* which would go on for ever */
        if (put <= 0)
            return false;
        bytes = span_cut(bytes, (size_t)put, bytes.count);
    }
    return true;
}
