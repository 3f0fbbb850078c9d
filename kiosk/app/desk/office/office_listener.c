/* What the office tells whoever works with it. */
#include "app/desk/office/office.h"

#include <stdarg.h>
#include <stdio.h>

enum { WORDS_BYTES = 4096 };

enum status office_put(const struct office *office, struct span bytes)
{
    return office->listener
               ? office->listener->on_output(office->listener->context, bytes)
               : OK;
}

void office_tell(struct office *office, enum office_notice kind, const char *format, ...)
{
    char words[WORDS_BYTES];
    va_list arguments;
    if (!office->listener)
        return;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    office->listener->on_notice(office->listener->context, kind, span_of(words));
}

void office_progress(const struct office *office, const char *what, size_t done,
                     size_t all)
{
    if (office->listener)
        office->listener->on_progress(office->listener->context, what, done, all);
}

enum status office_guarded(struct office *office, size_t bytes, struct arena *out_arena)
{
    bool is_locked = false;
    const enum status status = arena_init_guarded(out_arena, bytes, &is_locked);
    if (status == OK && !is_locked && !office->is_swap_told) {
        office->is_swap_told = true;
        office_tell(office, OFFICE_NOTE,
                    "the system does not let this program keep secrets out of swap; "
                    "raise the limit of locked memory ('ulimit -l')");
    }
    return status;
}
