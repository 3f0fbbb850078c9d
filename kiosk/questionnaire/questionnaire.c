#include "questionnaire/questionnaire.h"

#include "base/must.h"

#include <stdlib.h>

struct option_list questionnaire_item_places(const struct item *item)
{
    if (item_kind_shape(item->kind) == SHAPE_ROWS)
        return (struct option_list){item->grid.rows, item->grid.row_count};
    return (struct option_list){item->options, item->option_count};
}

static char fold(char byte)
{
    return byte == '_' ? '-' : span_lower(byte);
}

static bool is_code(struct span a, struct span b)
{
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (fold(a.data[i]) != fold(b.data[i]))
            return false;
    return true;
}

static struct span without_region(struct span code)
{
    for (size_t i = 0; i < code.count; i++)
        if (fold(code.data[i]) == '-')
            return span_cut(code, 0, i);
    return code;
}

const struct language *questionnaire_language(const struct questionnaire *questionnaire,
                                              struct span code)
{
    for (size_t i = 0; i < questionnaire->language_count; i++)
        if (is_code(questionnaire->languages[i].code, code))
            return &questionnaire->languages[i];
    return NULL;
}

/* "key@frame" is compared without being put together: entries are sorted by bytes. */
static int entry_order(struct span entry, struct span key, struct span frame)
{
    if (!frame.count)
        return span_order(entry, key);
    const int order = span_order(span_cut(entry, 0, key.count), key);
    if (order)
        return order;
    const int at = span_order(span_cut(entry, key.count, 1), SPAN("@"));
    return at ? at : span_order(span_cut(entry, key.count + 1, entry.count), frame);
}

const struct text_entry *questionnaire_language_entry(const struct language *language,
                                                      struct span frame, struct span key)
{
    size_t low = 0, high = language->entry_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = entry_order(language->entries[middle].key, key, frame);
        if (order == 0)
            return &language->entries[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool has_questionnaire_language_text(const struct language *language, struct span frame,
                                     struct span key, struct span *out_text)
{
    const struct text_entry *entry = questionnaire_language_entry(language, frame, key);
    if (entry && out_text)
        *out_text = entry->text;
    return entry != NULL;
}

static bool find_text(const struct language *language, struct span frame, struct span key,
                      struct span *out_text)
{
    if (!language)
        return false;
    return (frame.count &&
            has_questionnaire_language_text(language, frame, key, out_text)) ||
           has_questionnaire_language_text(language, (struct span){0}, key, out_text);
}

struct span questionnaire_text(const struct questionnaire *questionnaire,
                               struct span language, struct span frame, struct span key)
{
    const struct language *const tries[] = {
        questionnaire_language(questionnaire, language),
        questionnaire_language(questionnaire, without_region(language)),
        questionnaire_language(questionnaire, SPAN("en")),
        questionnaire->language_count ? &questionnaire->languages[0] : NULL,
    };
    struct span text = key;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (find_text(tries[i], frame, key, &text))
            break;
    return text;
}

const struct item *questionnaire_item(const struct questionnaire *questionnaire,
                                      struct span id)
{
    for (size_t i = 0; i < questionnaire->item_count; i++)
        if (is_span_equal(questionnaire->items[i].id, id))
            return &questionnaire->items[i];
    return NULL;
}

int questionnaire_dimension(const struct questionnaire *questionnaire, struct span id)
{
    for (size_t i = 0; i < questionnaire->dimension_count; i++)
        if (is_span_equal(questionnaire->dimensions[i].id, id))
            return (int)i;
    return -1;
}

const struct parameter *questionnaire_parameter(const struct questionnaire *questionnaire,
                                                struct span name)
{
    for (size_t i = 0; i < questionnaire->parameter_count; i++)
        if (is_span_equal(questionnaire->parameters[i].name, name))
            return &questionnaire->parameters[i];
    return NULL;
}

bool questionnaire_row_split(struct span id, struct span *out_grid, size_t *out_row)
{
    size_t cut = id.count;
    while (cut > 0 && id.data[cut - 1] != '_')
        cut--;
    int64_t row;
    if (!cut || !span_to_integer(span_cut(id, cut, id.count), &row) || row < 1 ||
        row > OPTIONS_MAX)
        return false;
    *out_grid = span_cut(id, 0, cut - 1);
    *out_row = (size_t)row - 1;
    return true;
}

bool questionnaire_row(const struct questionnaire *questionnaire, struct span id,
                       size_t *out_item, size_t *out_row)
{
    struct span grid;
    size_t row;
    if (!questionnaire_row_split(id, &grid, &row))
        return false;
    const struct item *item = questionnaire_item(questionnaire, grid);
    if (!item || item_kind_shape(item->kind) != SHAPE_ROWS || row >= item->grid.row_count)
        return false;
    *out_item = (size_t)(item - questionnaire->items);
    *out_row = row;
    return true;
}
