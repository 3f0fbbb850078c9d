#include "app/desk/command/terminal/staff_pin.h"

#include "seal/code/pin.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES = 64, DESCRIPTORS_MOST = 1023 };

/* In guarded memory: a byte at a time, because others read on from the same descriptor. */
static enum status line_read(int descriptor, char *line, size_t *out_count)
{
    size_t count = 0;
    for (;;) {
        const ssize_t got = read(descriptor, &line[count], 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(STATUS_USAGE, "the PIN cannot be read from descriptor %d",
                        descriptor);
        if (got == 0 || line[count] == '\n')
            break;
        if (++count == LINE_BYTES)
            break;
    }
    *out_count = count;
    return OK;
}

enum status staff_pin_hash(struct operation *operation, struct span typed,
                           struct span *out_hash)
{
    char hash[PIN_HASH_BYTES];
    struct invitations *invitations;
    if (!is_pin(typed))
        return fail(STATUS_USAGE,
                    "--pin-fd: a PIN has %d to %d digits, not all the same and not one "
                    "after the other",
                    PIN_DIGITS_LEAST, PIN_DIGITS_MOST);
    enum status status = office_invitations(&operation->office, &invitations);
    if (status == OK)
        status = pin_hash(typed,
                          (struct stretch_cost){(uint64_t)invitations->operations,
                                                (uint64_t)invitations->memory_bytes},
                          hash);
    if (status == OK)
        *out_hash = span_copy(operation->arena, span_of(hash));
    return status;
}

enum status staff_pin_take(struct operation *operation, struct span *out_hash)
{
    static struct span taken; /* --all asks again for each terminal */
    size_t descriptor = 0, count = 0;
    struct secret memory;
    if (taken.count) {
        *out_hash = taken;
        return OK;
    }
    enum status status =
        options_count(&operation->values, "pin-fd", 0, DESCRIPTORS_MOST, &descriptor);
    if (status == OK)
        status = secret_open(LINE_BYTES, &memory);
    if (status != OK)
        return status;
    status = line_read((int)descriptor, memory.bytes, &count);
    if (status == OK)
        status = staff_pin_hash(operation, (struct span){memory.bytes, count}, &taken);
    secret_close(&memory);
    *out_hash = taken;
    return status;
}
