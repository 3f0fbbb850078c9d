#include "screens/staff/staff_digits.h"

#include "screens/event.h"

static void write_digit(struct typing *typing, uint32_t code, size_t most)
{
    const char digit = (char)code;
    if (code >= '0' && code <= '9' && typing->caret == typing->count)
        typing_write(typing, (struct span){&digit, 1}, most);
}

bool staff_digits_type(struct typing *typing, const struct event *event, size_t most)
{
    const struct edit_act act = edit_act_of(event);
    if (event->kind == EVENT_KEY)
        write_digit(typing, (uint32_t)event->a, most);
    else if (event->kind == EVENT_KEY_ERASE)
        typing_do(typing, EDIT_ERASE);
    else if (event->kind == EVENT_KEY_ERASE_WORD)
        typing_set(typing, SPAN(""));
    else if (event->kind == EVENT_TYPED && act.kind == EDIT_WRITE)
        for (size_t i = 0; i < act.text.count; i++)
            write_digit(typing, (unsigned char)act.text.data[i], most);
    else if (event->kind == EVENT_TYPED && act.kind == EDIT_ERASE)
        typing_do(typing, EDIT_ERASE);
    else
        return false;
    return true;
}
