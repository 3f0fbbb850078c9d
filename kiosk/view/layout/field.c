#include "view/layout/field.h"

#include "base/text/grapheme.h"
#include "view/layout/bound.h"
#include "view/layout/fit.h"

size_t field_line(const struct node *field, size_t at)
{
    size_t line = 0;
    while (line + 1 < field->lines->count && field->lines->lines[line + 1].from <= at)
        line++;
    return line;
}

/* Where the next line begins, or the text ends. */
static size_t line_limit(const struct node *field, size_t line)
{
    return line + 1 < field->lines->count ? field->lines->lines[line + 1].from
                                          : field->text.count;
}

size_t field_line_end(const struct node *field, size_t line)
{
    const size_t end = line_limit(field, line);
    if (line + 1 == field->lines->count)
        return end;
    return end > field->lines->lines[line].from ? grapheme_before(field->text, end) : end;
}

/* The line with the blanks at its end, without its line feed. */
static struct text_place place_of(const struct node *field, size_t line)
{
    const struct text_line *set = &field->lines->lines[line];
    size_t end = line_limit(field, line);
    if (end > set->from && field->text.data[end - 1] == '\n')
        end--;
    const bool is_right = field->fit->facts->is_right_to_left;
    return (struct text_place){
        .line = span_cut(field->text, set->from, end - set->from),
        .style = fit_style(field),
        .cap_height_px = field->lines->cap_height_px,
        .is_right_to_left = set->count ? set->is_right_to_left : is_right,
    };
}

struct box field_text(const struct node *field)
{
    const struct inset inset = fit_inset(field->fit->facts, field);
    return (struct box){
        .x = field->box.x + inset.x + (field->is_mirrored ? field->gutter_px : 0),
        .y = field->box.y + inset.y - field->scroll_px,
        .width = field->box.width - 2 * inset.x - field->gutter_px,
        .height = (int)field->lines->count * field->lines->line_height_px,
    };
}

/* Where it scrolls no line is cut through. */
struct box field_window(const struct node *field)
{
    const int edge = fit_inset(field->fit->facts, field).y / 2;
    const int line = field->lines->line_height_px;
    const struct box text = field_text(field);
    int top = field->box.y + edge, bottom = field->box.y + field->box.height - edge;
    if (top > text.y)
        top = text.y + (top - text.y + line - 1) / line * line;
    if (bottom < text.y + text.height)
        bottom = text.y + (bottom - text.y) / line * line;
    return (struct box){text.x - edge, top, text.width + 2 * edge,
                        bound_low(bottom - top, 0)};
}

/* The pixel at which the line begins on the left. */
static int left_of(const struct node *field, size_t line)
{
    const struct box box = field_text(field);
    const int width = field->lines->lines[line].width_px;
    return field->fit->facts->is_right_to_left ? box.x + box.width - width : box.x;
}

/* Blanks at the end of a full line run over its edge: the caret stays inside. */
int field_px(const struct node *field, size_t line, size_t at)
{
    const struct text_port *port = field->fit->port;
    const struct text_place place = place_of(field, line);
    const struct box box = field_text(field);
    const size_t from = field->lines->lines[line].from;
    const int px = port->caret_px(port->context, &place, at > from ? at - from : 0);
    return bound_both(left_of(field, line) + px, box.x, box.x + box.width);
}

/* A caret behind the last letter of a line that goes on would stand in the next line. */
static size_t at_in_line(const struct node *field, size_t line, int x)
{
    const struct text_port *port = field->fit->port;
    const struct text_place place = place_of(field, line);
    const size_t at = field->lines->lines[line].from +
                      port->caret_at(port->context, &place, x - left_of(field, line));
    const size_t end = field_line_end(field, line);
    return at < end ? at : end;
}

size_t field_at(const struct node *field, int x, int y)
{
    const int into = y - field_text(field).y;
    const int last = (int)field->lines->count - 1;
    const int line = bound_both(into / field->lines->line_height_px, 0, last);
    return at_in_line(field, (size_t)line, x);
}

size_t field_beside(const struct node *field, int lines)
{
    const size_t line = field_line(field, field->caret);
    const long wanted = (long)line + lines;
    if (wanted < 0 || wanted >= (long)field->lines->count)
        return field->caret;
    return at_in_line(field, (size_t)wanted, field_px(field, line, field->caret));
}
