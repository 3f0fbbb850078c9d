/* outline: a questionnaire that grows item by item and ends as a document of our format
 * (questionnaires/FORMAT.md). What the format cannot hold is told in the losses.
 *
 *   outline_begin -> outline_item, outline_words, outline_option ... -> outline_end ->
 *   outline_write
 *
 * Ids are made fit for conditions and scoring: letters, digits and "_"; none stands twice. */
#ifndef CONVERT_OUTLINE_H
#define CONVERT_OUTLINE_H

#include "author/json_edit.h"
#include "convert/losses.h"

enum {
    OUTLINE_ITEMS_MAX = 2000,
    OUTLINE_OPTIONS_MAX =
        400, /* of an item; how many the format takes, its reader says */
    OUTLINE_TEXTS_MAX = 40000,
    OUTLINE_LANGUAGES_MAX = 64,
};

/* The same words in several languages. */
struct outline_words {
    struct span language; /* empty: the one the document was begun in */
    struct span text;
    const struct outline_words *next;
};

struct outline_item {
    struct span id;
    struct edit *edit; /* its members, to be added to */
    struct edit *last_option;
    size_t option_count;
    struct outline_item *next;
};

struct outline_language {
    struct edit *texts, *last;
    struct span code;
};

struct outline {
    struct arena *arena;
    struct losses *losses;
    struct span language;
    struct edit *root, *definition, *info, *scoring;
    struct edit *items, *last_edit;
    struct outline_item *first, *last;
    struct outline_language languages[OUTLINE_LANGUAGES_MAX];
    size_t item_count, text_count, language_count;
    bool is_full;
};

/* outline_begin(arena, losses, language): an empty outline; `language` is that of words without
 * one. / */
struct outline outline_begin(struct arena *arena, struct losses *losses,
                             struct span language);

/* outline_name(outline, name): what the questionnaire is called; its code is made of that. */
void outline_name(struct outline *outline, struct span name);

/* outline_item(outline, id, type, words): a further item of the `type` of the format, called as
 * near to `id` as can be, with the question `words`. */
struct outline_item *outline_item(struct outline *outline, struct span id,
                                  const char *type, const struct outline_words *words);

/* outline_find(outline, id): the item that was made of `id`, the last one, or NULL. */
const struct outline_item *outline_find(const struct outline *outline, struct span id);

/* outline_kind(outline, item, kind): makes an `inst` an item of our own `kind`. */
void outline_kind(struct outline *outline, struct outline_item *item, const char *kind);

/* outline_set_number(outline, item, key, value),
 * outline_set_flag(outline, item, key, is_true): a member of the item. A number that is none is
 * left out. outline_check(outline, item, key, value): a number in its "validation". */
void outline_set_number(struct outline *outline, struct outline_item *item,
                        const char *key, struct span value);
void outline_set_flag(struct outline *outline, struct outline_item *item, const char *key,
                      bool is_true);
void outline_check(struct outline *outline, struct outline_item *item, const char *key,
                   struct span value);

/* outline_words(outline, item, key, words): a member that names a text, and the text. */
void outline_words(struct outline *outline, struct outline_item *item, const char *key,
                   const struct outline_words *words);

/* outline_option(outline, item, list, value, words): a further element of `list`, "options",
 * "columns", "rows", "likert_labels" or "statements". Rows and labels have no `value`. */
void outline_option(struct outline *outline, struct outline_item *item, const char *list,
                    struct span value, const struct outline_words *words);

/* outline_condition(outline, item, joint, id, operator, value): `item` is shown only when the
 * answer to `id`, as it is called here, is as `operator` and `value` say (FORMAT.md, 5). `joint`
 * is "all" or "any", the same for every condition of an item. */
void outline_condition(struct outline *outline, struct outline_item *item,
                       const char *joint, struct span id, const char *operator,
                       struct span value);

/* outline_score(outline, scale, item, sign): `item` counts in the mean of `scale`, reversed when
 * `sign` is -1. */
void outline_score(struct outline *outline, struct span scale,
                   const struct outline_item *item, int sign);

/* outline_write(outline, out_document): the document, with STATUS_TOO_LARGE when there was more
 * than the limits above, STATUS_BAD_INPUT when there is no item in it. */
must_check enum status outline_write(struct outline *outline, struct span *out_document);

#endif
