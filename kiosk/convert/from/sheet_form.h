/* sheet_form: what questionnaires that are written in a spreadsheet have in common: a sheet
 * "survey" with a row for each question, and a sheet "choices" with a row for each answer of a
 * named list. */
#ifndef CONVERT_FROM_SHEET_FORM_H
#define CONVERT_FROM_SHEET_FORM_H

#include "convert/foreign.h"
#include "convert/outline.h"

struct sheet_form {
    struct outline *outline;
    struct foreign *root, *survey, *choices; /* choices: NULL where there are none */
};

/* sheet_form_read(outline, file, bytes, out_form): the two sheets of the workbook in `bytes`, the
 * file called `file`. STATUS_BAD_INPUT without a sheet "survey", and the failures of
 * foreign_sheet_read. */
must_check enum status sheet_form_read(struct outline *outline, struct span file,
                                       struct span bytes, struct sheet_form *out_form);

/* sheet_form_language(text): the code in "English (en)"; the whole `text` without one. */
struct span sheet_form_language(struct span text);

/* sheet_form_words(form, row, column): the words in `column` of `row`, and in
 * "column::LANGUAGE"; they are used by that. NULL when there are none. */
const struct outline_words *sheet_form_words(const struct sheet_form *form,
                                             struct foreign *row, const char *column);

/* sheet_form_answer(form, list, last): the first row of `choices` that belongs to `list` after
 * `last`, which may be NULL; NULL after the last. */
struct foreign *sheet_form_answer(const struct sheet_form *form, struct span list,
                                  const struct foreign *last);

/* sheet_form_options(form, item, kind, list): the answers of `list` as options of `item`, or what
 * `kind` is; tells it when there is no such list. */
void sheet_form_options(const struct sheet_form *form, struct outline_item *item,
                        const char *kind, struct span list, struct span place);

#endif
