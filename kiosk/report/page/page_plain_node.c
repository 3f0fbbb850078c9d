#include "report/page/page_plain_node.h"

#include "base/words.h"
#include "report/page/page_plain_chart.h"
#include "report/page/page_wrap.h"

static void add_lines(struct buffer *out, size_t columns, const char *first,
                      const char *next, struct span words)
{
    struct span line;
    if (!words.count)
        return;
    for (const char *before = first;
         page_wrap(&words, columns - span_of(first).count, &line); before = next) {
        buffer_text(out, before);
        page_wrap_put(out, line);
        buffer_text(out, "\n");
    }
}

static void add_ways(struct buffer *out, size_t columns, const struct page_ways *ways)
{
    for (const struct page_way *way = ways->first; way; way = way->next) {
        const struct span there = way->look == PAGE_WAY_CLOSED ? way->why
                                  : way->is_here               ? WS("shown here")
                                                               : way->address;
        add_lines(out, columns, "> ", "  ",
                  span_format(out->arena, "%.*s%s%.*s: %.*s", SPAN_ARGS(way->words),
                              way->note.count ? " " : "", SPAN_ARGS(way->note),
                              SPAN_ARGS(there)));
    }
}

static void add_strong(struct buffer *out, size_t columns, const struct page_block *block)
{
    add_lines(out, columns, "", "",
              span_format(out->arena, "%.*s%s%.*s", SPAN_ARGS(block->title),
                          block->title.count && block->words.count ? " " : "",
                          SPAN_ARGS(block->words)));
    add_ways(out, columns, &block->ways);
}

static const char *tone_words(enum page_tone tone)
{
    switch (tone) {
    case PAGE_GOOD:
        return "";
    case PAGE_CARE:
        return W("Look: ");
    case PAGE_WRONG:
        return W("Wrong: ");
    }
    return "";
}

static void add_notice(struct buffer *out, size_t columns, const struct page_block *block)
{
    add_lines(out, columns, "", "",
              span_format(out->arena, "%s%.*s %.*s", tone_words(block->tone),
                          SPAN_ARGS(block->title), SPAN_ARGS(block->words)));
    add_ways(out, columns, &block->ways);
}

static void add_items(struct buffer *out, size_t columns, const struct page_block *block)
{
    for (const struct page_item *item = block->first_item; item; item = item->next) {
        const char *sign = page_cell_sign(item->state);
        add_lines(out, columns, "- ", "  ",
                  span_format(out->arena, "%s%s%.*s%s%.*s%s", sign, *sign ? " " : "",
                              SPAN_ARGS(item->title), item->words.count ? ", " : "",
                              SPAN_ARGS(item->words), item->is_here ? W(" (here)") : ""));
        if (item->chart)
            page_plain_chart(out, SPAN(""), item->chart);
        if (item->figures.count)
            add_lines(out, columns, "  ", "  ", item->figures);
    }
}

static void add_pager(struct buffer *out, size_t columns, const struct page_block *block)
{
    add_lines(out, columns, "", "",
              span_format(out->arena, W("%zu to %zu of %zu"), block->done, block->partly,
                          block->all));
    add_ways(out, columns, &block->ways);
}

static void add_choices(struct buffer *out, size_t columns,
                        const struct page_field *field)
{
    for (const struct page_choice *choice = field->first; choice; choice = choice->next)
        add_lines(out, columns, choice->is_chosen ? "  (x) " : "  ( ) ", "      ",
                  span_format(out->arena, "%.*s%s%.*s", SPAN_ARGS(choice->words),
                              choice->hint.count ? ", " : "", SPAN_ARGS(choice->hint)));
}

static void add_field(struct buffer *out, size_t columns, const struct page_field *field)
{
    if (field->kind == PAGE_FIELD_HIDDEN)
        return;
    add_lines(out, columns, "", "",
              span_format(
                  out->arena, "%.*s: %.*s", SPAN_ARGS(field->label),
                  SPAN_ARGS(field->kind == PAGE_FIELD_SECRET ? SPAN("") : field->value)));
    add_choices(out, columns, field);
    add_lines(out, columns, "  ! ", "    ", field->fault);
    add_lines(out, columns, "  ", "  ", field->hint);
}

static void add_form(struct buffer *out, size_t columns, const struct page_block *block)
{
    const struct page_form *form = block->form;
    for (const struct page_field *field = form->first; field; field = field->next)
        add_field(out, columns, field);
    add_lines(out, columns, "[", " ",
              span_format(out->arena, "%.*s]%s%.*s", SPAN_ARGS(form->submit),
                          form->closed.count ? " " : "", SPAN_ARGS(form->closed)));
    add_lines(out, columns, "", "", form->after);
    add_ways(out, columns, &form->ways);
    add_ways(out, columns, &block->ways);
    add_lines(out, columns, "", "", block->words);
}

void page_plain_node(struct buffer *out, const struct page_block *block, size_t columns)
{
    static void (*const add[])(struct buffer * out, size_t columns,
                               const struct page_block *block) = {
        [PAGE_TEXT] = add_strong,  [PAGE_WAYS] = add_strong,  [PAGE_NOTICE] = add_notice,
        [PAGE_STEPS] = add_items,  [PAGE_RANGES] = add_items, [PAGE_TIMELINE] = add_items,
        [PAGE_TALLY] = add_strong, [PAGE_PAGER] = add_pager,  [PAGE_FORM] = add_form,
        [PAGE_FILTER] = add_form,
    };
    if (block->kind < sizeof add / sizeof *add && add[block->kind])
        add[block->kind](out, columns, block);
}
