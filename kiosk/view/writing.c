#include "view/writing.h"

#include "view/layout/field.h"
#include "view/layout/fit.h"

const struct node *writing_field(const struct node *root, const struct node *at)
{
    if (at && at->on_type.kind && !at->is_unavailable)
        return at;
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->on_type.kind && !node->is_unavailable)
            return node;
    }
    return NULL;
}

static struct event event_for(const struct node *field, enum edit_kind kind,
                              const struct input *input, size_t place)
{
    struct event event = field->on_type;
    event.a = (int32_t)place;
    event.b = (int32_t)kind | (input->has_shift ? EDIT_SELECTING : 0);
    return event;
}

/* Which way leads on in the text: in a line from right to left it is the left. */
static enum edit_kind side_kind(const struct node *field, const struct input *input)
{
    const struct text_line *line = &field->lines->lines[field_line(field, field->caret)];
    const bool is_right =
        line->count ? line->is_right_to_left : field->fit->facts->is_right_to_left;
    if ((input->kind == INPUT_RIGHT) != is_right)
        return input->has_ctrl ? EDIT_ON_WORD : EDIT_ON;
    return input->has_ctrl ? EDIT_BACK_WORD : EDIT_BACK;
}

/* From the first line up is the beginning, and then out of the field; so it is with the last. */
static bool go_by_lines(const struct node *field, const struct input *input,
                        struct event *out_event)
{
    const bool is_up = input->kind == INPUT_UP;
    const size_t end = is_up ? 0 : field->text.count;
    size_t place = field_beside(field, is_up ? -1 : 1);
    const size_t line = field_line(field, field->caret);
    if (line == (is_up ? 0 : field->lines->count - 1))
        place = end;
    if (place == field->caret && !input->has_shift)
        return false;
    *out_event = event_for(field, EDIT_PLACE, input, place);
    return true;
}

static struct event go_in_line(const struct node *field, const struct input *input)
{
    const bool is_home = input->kind == INPUT_HOME;
    const size_t line = field_line(field, field->caret);
    if (input->has_ctrl)
        return event_for(field, is_home ? EDIT_FIRST : EDIT_LAST, input, 0);
    return event_for(field, EDIT_PLACE, input,
                     is_home ? field->lines->lines[line].from
                             : field_line_end(field, line));
}

static bool write_text(const struct node *field, struct span text,
                       struct event *out_event)
{
    *out_event = field->on_type;
    out_event->text = text;
    return text.count > 0;
}

static bool enter(const struct node *field, struct event *out_event)
{
    if (field->has_lines)
        return write_text(field, SPAN("\n"), out_event);
    *out_event = field->on_enter;
    return field->on_enter.kind != 0;
}

static bool erase(const struct node *field, const struct input *input,
                  struct event *out_event)
{
    const struct input plain = {.kind = input->kind};
    const bool is_word = input->has_ctrl;
    const enum edit_kind kind = input->kind == INPUT_ERASE
                                    ? (is_word ? EDIT_ERASE_WORD : EDIT_ERASE)
                                    : (is_word ? EDIT_ERASE_NEXT_WORD : EDIT_ERASE_NEXT);
    *out_event = event_for(field, kind, &plain, 0);
    return true;
}

bool writing_key(const struct node *field, const struct input *input,
                 struct event *out_event)
{
    switch (input->kind) {
    case INPUT_TYPE:
        return write_text(field, input->text, out_event);
    case INPUT_ACTIVATE:
        return enter(field, out_event);
    case INPUT_ERASE:
    case INPUT_ERASE_NEXT:
        return erase(field, input, out_event);
    case INPUT_LEFT:
    case INPUT_RIGHT:
        *out_event = event_for(field, side_kind(field, input), input, 0);
        return true;
    case INPUT_UP:
    case INPUT_DOWN:
        return go_by_lines(field, input, out_event);
    case INPUT_HOME:
    case INPUT_END:
        *out_event = go_in_line(field, input);
        return true;
    case INPUT_ALL:
        *out_event = event_for(field, EDIT_ALL, input, 0);
        return true;
    case INPUT_PRESS:
    case INPUT_DRAG:
    case INPUT_RELEASE:
    case INPUT_CANCEL:
    case INPUT_NEXT:
    case INPUT_PREVIOUS:
    case INPUT_PAGE_UP:
    case INPUT_PAGE_DOWN:
    case INPUT_WHEEL:
    case INPUT_BACK:
    case INPUT_ON:
    case INPUT_STAFF:
    case INPUT_STAFF_END:
    case INPUT_TICK:
        break;
    }
    return false;
}

struct event writing_tap(const struct node *field, const struct input *input,
                         bool is_again)
{
    return event_for(field, is_again ? EDIT_WORD : EDIT_PLACE, input,
                     field_at(field, input->x, input->y));
}
