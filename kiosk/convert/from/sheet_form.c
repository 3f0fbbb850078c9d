#include "convert/from/sheet_form.h"

#include "convert/foreign/foreign_sheet.h"

#include <string.h>

enum status sheet_form_read(struct outline *outline, struct span file, struct span bytes,
                            struct sheet_form *out_form)
{
    struct sheet_form form = {.outline = outline};
    const enum status status =
        foreign_sheet_read(outline->arena, file, bytes, outline->losses, &form.root);
    if (status != OK)
        return status;
    form.survey = foreign_get(form.root, "survey");
    form.choices = foreign_get(form.root, "choices");
    if (!form.survey)
        return fail(STATUS_BAD_INPUT, "%.*s has no sheet called survey", SPAN_ARGS(file));
    *out_form = form;
    return OK;
}

struct span sheet_form_language(struct span text)
{
    const size_t open = span_find(text, '(');
    const struct span inside = span_cut(text, open + 1, text.count);
    const size_t close = span_find(inside, ')');
    return open < text.count && close && close < inside.count
               ? span_trim(span_cut(inside, 0, close))
               : text;
}

const struct outline_words *sheet_form_words(const struct sheet_form *form,
                                             struct foreign *row, const char *column)
{
    struct arena *arena = form->outline->arena;
    struct outline_words before = {0}, *last = &before;
    for (struct foreign *cell = row->first; cell; cell = cell->next) {
        const struct span further =
            has_span_prefix(cell->name, column)
                ? span_cut(cell->name, strlen(column), cell->name.count)
                : SPAN("?");
        if (further.count && !has_span_prefix(further, "::"))
            continue;
        struct outline_words *words = arena_new(arena, struct outline_words);
        words->language =
            sheet_form_language(span_trim(span_cut(further, 2, further.count)));
        words->text = foreign_take(arena, cell);
        last->next = words;
        last = words;
    }
    return before.next;
}

struct foreign *sheet_form_answer(const struct sheet_form *form, struct span list,
                                  const struct foreign *last)
{
    struct foreign *row = last ? foreign_again(last) : foreign_get(form->choices, "row");
    while (row && !is_span_equal(foreign_look(row, "list_name"), list) &&
           !is_span_equal(foreign_look(row, "list name"), list))
        row = foreign_again(row);
    return row;
}

void sheet_form_options(const struct sheet_form *form, struct outline_item *item,
                        const char *kind, struct span list, struct span place)
{
    struct outline *outline = form->outline;
    struct foreign *row = NULL;
    if (!sheet_form_answer(form, list, NULL))
        losses_add(outline->losses,
                   span_format(outline->arena,
                               "The answers %.*s, which stand on no sheet \"choices\"",
                               SPAN_ARGS(list)),
                   place);
    while ((row = sheet_form_answer(form, list, row)) && !outline->is_full) {
        outline_option(outline, item, kind, foreign_take_of(outline->arena, row, "name"),
                       sheet_form_words(form, row, "label"));
        (void)foreign_take_of(outline->arena, row, "list_name");
        (void)foreign_take_of(outline->arena, row, "list name");
    }
}
