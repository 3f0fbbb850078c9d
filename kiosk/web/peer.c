#include "web/peer.h"

#include "base/file.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ROWS_BYTES = 16 * 1024, END_BYTES = 16, USER_COLUMN = 7 };

static const char table[] = "/proc/net/tcp";

/* As the table writes an address: the number in memory as it lies there, and the port. */
static bool is_end(struct span column, const struct sockaddr_in *end)
{
    char text[END_BYTES];
    snprintf(text, sizeof text, "%08X:%04X", end->sin_addr.s_addr, ntohs(end->sin_port));
    return is_span(column, text);
}

bool is_peer_row(struct span row, const struct sockaddr_in *theirs,
                 const struct sockaddr_in *ours, unsigned *out_user)
{
    struct span rest = row, column;
    int64_t user = -1;
    size_t count = 0;
    while (rest.count && span_next(&rest, ' ', &column)) {
        if (!column.count)
            continue;
        if ((count == 1 && !is_end(column, theirs)) ||
            (count == 2 && !is_end(column, ours)))
            return false;
        if (count++ == USER_COLUMN && !span_to_integer(column, &user))
            return false;
    }
    if (user < 0 || user > UINT32_MAX)
        return false;
    *out_user = (unsigned)user;
    return true;
}

enum status peer_user(const struct sockaddr_in *theirs, const struct sockaddr_in *ours,
                      unsigned *out_user)
{
    char rows[ROWS_BYTES];
    size_t count = 0;
    scoped_file descriptor = open(table, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return file_failed("read", table);
    for (;;) {
        const ssize_t got = read(descriptor, rows + count, sizeof rows - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return file_failed("read", table);
        count += (size_t)got;
        struct span rest = {rows, count};
        size_t end;
        while ((end = span_find(rest, '\n')) < rest.count) {
            if (is_peer_row(span_cut(rest, 0, end), theirs, ours, out_user))
                return OK;
            rest = span_cut(rest, end + 1, rest.count);
        }
        if (got == 0)
            return fail(STATUS_NOT_FOUND, "the other end is no process of this machine");
        memmove(rows, rest.data, rest.count); /* the line that is not whole yet */
        count = rest.count;
    }
}
